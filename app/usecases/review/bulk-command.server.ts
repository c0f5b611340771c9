/**
 * 一覧で選んだ申請をまとめて受理する、担当になる、認定する。
 * 一件ずつ別の取引で行い、一件の断りはほかを止めない。同じ鍵で二度送っても、一件ずつ一度目と同じ結果になる。
 */
import type { PdfRenderer } from "#app/adapters/pdf/pdf-port.ts";
import { deputyOf } from "#app/domain/access/actor.ts";
import { mayDo } from "#app/domain/access/resolver.ts";
import { unprintableMessage } from "#app/domain/certification/unprintable.ts";
import { ok, refuse, type Result, unreachable } from "#app/domain/result.ts";
import type { Consent } from "#app/domain/consultation/consultation.ts";
import { type BulkCommand, MOST_PICKED } from "#app/domain/worklist/bulk.ts";
import { planLifeMessage } from "#app/domain/plan-life/change-refusal.ts";
import { refusalMessage } from "#app/domain/workflow/refusals.ts";
import { type ApplicationRow, findApplication } from "#db/queries/applications.ts";
import { findIntent } from "#db/queries/intents.ts";
import { stateOf } from "../application-state.ts";
import { accessRecordOf, authorise } from "../authorise.server.ts";
import { certifyPlan } from "../certification/certify-plan.server.ts";
import { currentConsents } from "../consultations/current-consents.server.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { acceptApplication } from "./accept-application.server.ts";
import { type CommandInput, loadFiled } from "./apply-command.server.ts";
import { obstacleTo, reviewActions } from "./command-obstacle.ts";
import { previewNotice } from "./preview-notice.server.ts";
import { reassignAction } from "./reassign-application.server.ts";
import { startReview } from "./start-review.server.ts";

/** 選んだ申請と、選んだ時の版。 */
export type Picked = { readonly applicationId: string; readonly version: number };

export type BulkItem = Picked & {
  readonly receiptNumber: string;
  readonly companyName: string;
  /** できない、又はできなかった理由。null ならできる、又はできた。 */
  readonly obstacle: string | null;
};

/**
 * 行う前の確かめ。何も書かない。
 * @returns 選んだ順。見てよくない申請は結果に出ない。役割としてできなければ forbidden
 */
export async function bulkDryRun(
  context: UseCaseContext,
  pdf: PdfRenderer,
  command: BulkCommand,
  picked: readonly Picked[],
): Promise<Result<readonly BulkItem[], Refusal>> {
  const action = reviewActions[command];
  if (!mayDo(context.actor, action).allowed) return refuse({ kind: "forbidden", action, reason: "role" });
  const items: BulkItem[] = [];
  for (const one of picked.slice(0, MOST_PICKED)) {
    const row = await findApplication(context.database, one.applicationId);
    if (row === undefined || row.status === "draft") continue;
    if (!authorise(context, action, accessRecordOf(row)).ok) continue;
    items.push({
      ...one,
      receiptNumber: row.receiptNumber ?? "",
      companyName: row.companyName,
      obstacle: await obstacleOf(context, pdf, command, row, one.version),
    });
  }
  return ok(items);
}

async function obstacleOf(
  context: UseCaseContext,
  pdf: PdfRenderer,
  command: BulkCommand,
  row: ApplicationRow,
  version: number,
): Promise<string | null> {
  if (row.version !== version) return "選んだ後に、ほかの人が変更しました。";
  // 同意のそろわない認定は、理由を書く画面で一件ずつ行う。
  const consents = command === "certify" ? await consentsFor(context, row) : [];
  const facts = {
    by: actorStamp(context.actor).id,
    today: today(context),
    consents,
    ...deputyOf(context.actor, row.officeCode),
  };
  const refused = obstacleTo(stateOf(row), command, facts);
  if (refused !== null) return refusalMessage(refused);
  if (
    command === "assign" &&
    !mayDo(context.actor, reassignAction(context, row), accessRecordOf(row)).allowed
  )
    return "ほかの人の担当です。替えられるのは、担当の人と決裁者だけです。";
  if (command !== "certify") return null;
  const preview = await previewNotice(context, pdf, row.id, "review.certify");
  if (!preview.ok) return null;
  switch (preview.value.kind) {
    case "incomplete":
      return missingWords(preview.value.missing);
    case "unprintable":
      return preview.value.characters.map(unprintableMessage).join("");
    case "ready":
      return null;
    default:
      return unreachable(preview.value);
  }
}

async function consentsFor(context: UseCaseContext, row: ApplicationRow): Promise<readonly Consent[]> {
  const loaded = await loadFiled(context, "review.certify", row.id);
  return loaded.ok ? currentConsents(context, loaded.value.submission) : [];
}

const missingWords = (missing: readonly string[]): string =>
  `認定通知書に要る値が足りません（${missing.join("、")}）。`;

/**
 * 行う。受理日と認定日は今日になる。
 *
 * @param input.picked 行う申請。確かめた時にできなかった申請は left に入れる（行わず、理由だけを答える）
 * @param input.key 確かめる画面ごとの鍵
 * @returns 一件ずつの結果
 */
export async function runBulk(
  context: UseCaseContext,
  pdf: PdfRenderer,
  command: BulkCommand,
  input: { readonly picked: readonly Picked[]; readonly left: readonly Picked[]; readonly key: string },
): Promise<Result<readonly BulkItem[], Refusal>> {
  const checked = await bulkDryRun(context, pdf, command, [...input.picked, ...input.left]);
  if (!checked.ok) return checked;
  const wanted = new Set(input.picked.map(({ applicationId }) => applicationId));
  const done: BulkItem[] = [];
  for (const item of checked.value)
    done.push(
      wanted.has(item.applicationId)
        ? await runOne(context, pdf, command, item, input.key)
        : { ...item, obstacle: item.obstacle ?? "確かめた時にできなかったので、行いませんでした。" },
    );
  return ok(done);
}

async function runOne(
  context: UseCaseContext,
  pdf: PdfRenderer,
  command: BulkCommand,
  item: BulkItem,
  key: string,
): Promise<BulkItem> {
  const { applicationId, version } = item;
  const intentKey = `bulk:${actorStamp(context.actor).id}:${key}:${applicationId}`;
  const before = await findIntent(context.database, reviewActions[command], intentKey);
  if (before !== null) return { ...item, obstacle: null };
  if (item.obstacle !== null) return item;
  const result = await apply(context, pdf, command, { applicationId, version, intentKey });
  return result.ok ? item : { ...item, obstacle: reasonOf(result.error) };
}

function apply(
  context: UseCaseContext,
  pdf: PdfRenderer,
  command: BulkCommand,
  input: CommandInput,
): Promise<Result<null, Refusal>> {
  switch (command) {
    case "accept":
      return acceptApplication(context, { ...input, acceptedOn: today(context) });
    case "assign":
      return startReview(context, input);
    case "certify":
      return certifyPlan(context, pdf, input);
    default:
      return unreachable(command);
  }
}

function reasonOf(refusal: Refusal): string {
  if (refusal.kind === "workflow") return refusalMessage(refusal.refusal);
  if (refusal.kind === "planLife") return planLifeMessage(refusal.refusal);
  if (refusal.kind === "noticeIncomplete") return missingWords(refusal.missing);
  if (refusal.kind === "noticeUnprintable") return refusal.characters.map(unprintableMessage).join("");
  if (refusal.kind === "stale")
    return `${refusal.by === null ? "ほかの人" : `${refusal.by}さん`}が先に変更しました。${refusal.what ?? ""}`;
  return "できませんでした。記録の画面で確かめてください。";
}
