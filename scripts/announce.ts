/** 起動した後に、開くアドレスとデモのログインを知らせる。 */
import { demoApplicants, demoStaff } from "../app/adapters/identity/embedded/demo-accounts.ts";
import type { Portal } from "../app/portal.server.ts";

type Account = {
  readonly loginId: string;
  readonly password: string;
  readonly displayName: string;
  readonly organisation: string;
  readonly role: string;
};

const line = ({ loginId, password, displayName, organisation, role }: Account): string =>
  `  ${loginId.padEnd(28)} ${password.padEnd(12)} ${displayName}（${organisation} ${role}）`;

export function announce({ origin, services }: Portal): void {
  const lines = [`経営力向上計画 電子申請ポータル  ${origin}`];
  if (services.config.gbizid === null)
    lines.push("", "事業者のログイン（模擬の GビズID）", ...demoApplicants.map(line));
  if (services.config.staff === null) lines.push("", "職員のログイン（模擬）", ...demoStaff.map(line));
  console.log(lines.join("\n"));
}
