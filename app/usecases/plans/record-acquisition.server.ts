/** 会社が、設備を取得したことを計画に記録する。前の記録は出来事として残り、後の記録が替わる。 */
import { type AcquisitionTyped, readAcquisition } from "#app/domain/plan-life/equipment-acquisition.ts";
import type { PlanEvent } from "#app/domain/plan-life/plan-events.ts";
import { isAlive } from "#app/domain/plan-life/plan-state.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, today, type UseCaseContext } from "../context.ts";
import type { Refusal } from "../refusals.ts";
import { loadHeldPlan, type OwnPlan } from "./load-plan.server.ts";
import { openOwnPlan, type OpenedPlan } from "./open-plan.server.ts";
import type { EquipmentLine } from "./plan-equipment.server.ts";

/** 計画に書いていない設備を指す、行の名前。 */
const newEquipment = "new";

export type AcquisitionInput = OwnPlan & {
  /** 設備の行の id。計画に書いていない設備を新しく示すときは newEquipment。 */
  readonly row: string;
  /** 画面を開いた時の計画の版。 */
  readonly version: number;
  /** 一度の意図の鍵。 */
  readonly intentKey: string;
};

const stale: Refusal = {
  kind: "stale",
  subject: "plan",
  by: null,
  what: "画面を開いた後に、この計画が変えられました。",
};

/** 取得を記録できる設備を開く。line は、計画に書いていない設備を新しく示すときは null。 */
export async function openEquipment(
  context: UseCaseContext,
  input: OwnPlan & { readonly row: string },
): Promise<Result<{ readonly opened: OpenedPlan; readonly line: EquipmentLine | null }, Refusal>> {
  const held = await loadHeldPlan(context, "plan.recordEquipment", input);
  if (!held.ok) return held;
  const opened = await openOwnPlan(context, input);
  if (!opened.ok) return opened;
  if (input.row === newEquipment) return ok({ opened: opened.value, line: null });
  const line = opened.value.equipment.find(({ row }) => row === input.row);
  return line === undefined ? refuse({ kind: "notFound" }) : ok({ opened: opened.value, line });
}

/**
 * @returns 読めない欄は invalid、ほかの人が先に計画を変えていれば stale。途中で終わった計画は stale
 */
export async function recordAcquisition(
  context: UseCaseContext,
  input: AcquisitionInput & { readonly typed: AcquisitionTyped },
): Promise<Result<null, Refusal>> {
  const found = await openEquipment(context, input);
  if (!found.ok) return found;
  const { opened, line } = found.value;
  const planned = line !== null && line.inPlan ? line.name : null;
  const read = readAcquisition(input.typed, planned, today(context));
  if (!read.ok) return refuse({ kind: "invalid", errors: read.error });
  const row = line?.acquisition?.row ?? (input.row === newEquipment ? context.newId() : input.row);
  return write(context, input, opened, {
    type: "plan.equipmentAcquired.v1",
    data: { ...read.value, row, inPlan: line?.inPlan ?? false },
  });
}

/** 誤って示した取得を取り消す。 */
export async function cancelAcquisition(
  context: UseCaseContext,
  input: AcquisitionInput,
): Promise<Result<null, Refusal>> {
  const found = await openEquipment(context, input);
  if (!found.ok) return found;
  const { opened, line } = found.value;
  if (line === null || line.acquisition === null) return refuse(stale);
  return write(context, input, opened, {
    type: "plan.acquisitionCancelled.v1",
    data: { row: line.acquisition.row, name: line.name },
  });
}

async function write(
  context: UseCaseContext,
  input: AcquisitionInput,
  { plan, state }: OpenedPlan,
  event: PlanEvent,
): Promise<Result<null, Refusal>> {
  // 期間が満了しても、期間の中に取得した設備は示せる。
  if (!isAlive(state) && state !== "expired")
    return refuse({ ...stale, what: "この計画は、もう終わっています。" });
  const outcome = await applyWritePlan<null>(context.database, {
    actor: actorStamp(context.actor),
    at: context.clock.now(),
    requestId: context.requestId,
    intent: { action: "plan.recordEquipment", key: input.intentKey },
    rows: () => ({
      result: null,
      planChanges: [{ id: plan.id, expectedVersion: input.version, set: {} }],
      planEvents: [{ planId: plan.id, event }],
      audit: [
        {
          action: "plan.recordEquipment",
          subjectKind: "plan",
          subjectId: plan.id,
          details: { event: event.type, ...event.data },
        },
      ],
    }),
  });
  return outcome.kind === "stale" ? refuse(stale) : ok(null);
}
