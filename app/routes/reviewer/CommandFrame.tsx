import type { ReactNode } from "react";
import type { ShownStatus } from "#app/domain/workflow/statuses.ts";
import { Breadcrumbs } from "#app/ui/layout/Breadcrumbs.tsx";
import { PageTitle } from "#app/ui/layout/PageTitle.tsx";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { StatusTag } from "#app/ui/workflow/StatusTag.tsx";
import { DeputyHint } from "./DeputyHint.tsx";
import { HoldBar } from "./HoldBar.tsx";
import { type LastStep, StaleBoth } from "./StaleBoth.tsx";
import type { PageHold } from "./record-hold.server.ts";

/** どの申請への命令か。version は画面を開いた時の版。 */
export type CommandSubject = {
  readonly id: string;
  readonly version: number;
  readonly receiptNumber: string;
  readonly companyName: string;
  readonly status: ShownStatus;
  /** いま審査している人。示さない画面では null。 */
  readonly hold: PageHold | null;
  /** 代決として決めるとき、決裁を任せた人の名前。 */
  readonly deputy: string | null;
  /** 申請に最後に起きたこと。示さない画面では null。 */
  readonly last: LastStep | null;
};

export type CommandFrameProps = {
  readonly subject: CommandSubject;
  readonly title: string;
  /** 戻る一覧。省けば審査の一覧。 */
  readonly home?: { readonly label: string; readonly href: string } | undefined;
  readonly lead?: ReactNode;
  /** いまは出せない理由。あれば入力欄を出さない。 */
  readonly obstacle: string | null;
  /** 送信が先の変更とぶつかったときの文。 */
  readonly conflict?: string | null | undefined;
  /** 書いていたのに出せなくなった文字。写せるように見せる。 */
  readonly typed?: readonly string[] | undefined;
  readonly children: ReactNode;
};

/** 命令の画面の枠。 */
export function CommandFrame(props: CommandFrameProps) {
  const { subject, title, lead, obstacle, conflict, typed = [], children } = props;
  const { home = { label: "審査の一覧", href: "/review" } } = props;
  const record = `/review/applications/${subject.id}`;
  const message = conflict ?? obstacle;
  const kept = typed.filter((text) => text.trim() !== "");
  const stale = conflict !== null && conflict !== undefined;
  return (
    <div className="max-w-[60rem]">
      <Breadcrumbs items={[home, { label: subject.receiptNumber, href: record }, { label: title }]} />
      <PageTitle
        title={title}
        caption={`${subject.receiptNumber}　${subject.companyName}`}
        tag={<StatusTag status={subject.status} />}
        lead={lead}
      />
      {message !== null && (
        <NotificationBanner kind="error" title={message} announce>
          <a href={record} className="link">
            申請の画面へ戻る
          </a>
        </NotificationBanner>
      )}
      {stale ? (
        <StaleBoth last={subject.last} typed={kept} />
      ) : (
        <HoldBar id={subject.id} hold={subject.hold} />
      )}
      {obstacle === null && <DeputyHint manager={subject.deputy} />}
      {obstacle === null && children}
    </div>
  );
}
