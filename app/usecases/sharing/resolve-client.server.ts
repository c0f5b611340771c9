/** 札から連携先を引く。止めた連携先と減らした項目は、渡し済みの札にもすぐ効く。 */
import type { ApiClientActor } from "#app/domain/access/actor.ts";
import { apiClientById, liveToken } from "#db/queries/sharing.ts";
import type { ToolBox } from "../tools.ts";
import { isLive, secretHash } from "./issue-token.server.ts";

/** @returns 使えない札では null */
export async function resolveClient(
  tools: Pick<ToolBox, "database" | "clock">,
  token: string,
): Promise<ApiClientActor | null> {
  const found = await liveToken(tools.database, secretHash(token), tools.clock.now());
  if (found === undefined) return null;
  const client = await apiClientById(tools.database, found.clientId);
  if (client === undefined || !isLive(client)) return null;
  return {
    kind: "apiClient",
    clientId: client.id,
    name: client.name,
    scopes: found.scopes.filter((scope) => client.scopes.includes(scope)),
  };
}
