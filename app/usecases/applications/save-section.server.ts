/**
 * 一つの区画を保存する。打たれた文字は読めないものもそのまま残し、読めない欄を指摘して返す。
 * 画面を開いた後に別の人が書いていたら突き合わせる。同じ欄が重なったときは何も書かず、三つの値を添えて断る。
 */
import { createHash } from "node:crypto";
import type { RawSection, SectionSpec } from "#app/domain/plan/field.ts";
import type { Finding } from "#app/domain/plan/finding.ts";
import { changedFields, mergeSection, sameSection } from "#app/domain/plan/merge-section.ts";
import { completeAnswers } from "#app/domain/plan/posted-answers.ts";
import { readSection } from "#app/domain/plan/read-section.ts";
import { type Choices, resolveConflicts, unresolved } from "#app/domain/plan/resolve-conflicts.ts";
import { sectionOf } from "#app/domain/plan/sections.ts";
import { ok, refuse, type Result } from "#app/domain/result.ts";
import { isEditable } from "#app/domain/workflow/statuses.ts";
import { accountById } from "#db/queries/accounts.ts";
import type { ApplicationRow } from "#db/queries/applications.ts";
import { currentSection, sectionAnswersAt } from "#db/queries/section-versions.ts";
import { applyWritePlan } from "#db/repositories/apply-write-plan.ts";
import { actorStamp, type UseCaseContext } from "../context.ts";
import type { Refusal, SectionConflict } from "../refusals.ts";
import { loadOwnApplication, type OwnApplication } from "./load-own-application.server.ts";

export type SavedSection = {
  /** merged: ほかの人の保存と合わせた。unchanged: 前の保存と同じだったので書いていない。 */
  readonly outcome: "saved" | "merged" | "unchanged";
  readonly version: number;
  readonly savedAt: string;
  readonly raw: RawSection;
  /** 読めなかった欄。空の必須欄は、ここではまだ誤りにしない。 */
  readonly faults: readonly Finding[];
};

export type SaveSection = OwnApplication & {
  readonly section: string;
  /** 画面を開いた時の区画の版。まだ無い区画は 0。 */
  readonly expectedVersion: number;
  /** フォームから来た値。出ていなかった欄は、その版の値を保つ。 */
  readonly answers: unknown;
  /** 画面に出ていた行の欄（completeAnswers を見よ）。 */
  readonly rowsShown?: readonly string[];
  readonly channel?: "form" | "autosave" | "journal";
  /** 競合の選び方と、そのとき見た保存の版。 */
  readonly resolution?: { readonly against: number; readonly choices: Choices };
};

/** 同時に書く人がいても、突き合わせをこの回数までやり直す。 */
const ATTEMPTS = 8;

export async function saveSection(
  context: UseCaseContext,
  input: SaveSection,
): Promise<Result<SavedSection, Refusal>> {
  const section = sectionOf(input.section);
  if (section === undefined) return refuse({ kind: "notFound" });
  const loaded = await loadOwnApplication(context, "plan.draft", input);
  if (!loaded.ok) return loaded;
  const application = loaded.value;
  if (!isEditable(application.status)) return refuse(alreadyFiled);

  const given = await mineAndBase(context, application, section, input);
  if (!given.ok) return given;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const saved = await mergeAndWrite(context, application, section, { ...given.value, input });
    if (saved !== "moved") return saved;
  }
  return refuse({ kind: "stale", subject: "section", by: null, what: "保存が込み合っています。" });
}

const alreadyFiled: Refusal = {
  kind: "stale",
  subject: "application",
  by: null,
  what: "申請済みのため、内容を変えることはできません。",
};

type Given = { readonly base: RawSection; readonly baseVersion: number; readonly mine: RawSection };

/** 自分の値と、その元になった版。競合を選び終えた送信では、選んだ結果と、そのとき見た版。 */
async function mineAndBase(
  context: UseCaseContext,
  application: ApplicationRow,
  section: SectionSpec,
  input: SaveSection,
): Promise<Result<Given, Refusal>> {
  const base = await answersAt(context, application, section, input.expectedVersion);
  const mine = completeAnswers(section, input.answers, base, input.rowsShown ?? [], context.newId);
  const { resolution } = input;
  if (resolution === undefined) return ok({ base, baseVersion: input.expectedVersion, mine });
  const theirs = await answersAt(context, application, section, resolution.against);
  const merge = mergeSection(section, base, mine, theirs);
  if (unresolved(merge, resolution.choices).length > 0)
    return refuse(
      await conflictRefusal(context, application, section, {
        baseVersion: input.expectedVersion,
        theirVersion: resolution.against,
        base,
        mine,
        theirs,
        merge,
      }),
    );
  return ok({
    base: theirs,
    baseVersion: resolution.against,
    mine: resolveConflicts(merge, resolution.choices),
  });
}

/** 版が見つからないときは空から始めたとみなす。違う値は競合として見せるので、失われない。 */
const answersAt = async (
  context: UseCaseContext,
  application: ApplicationRow,
  section: SectionSpec,
  version: number,
): Promise<RawSection> =>
  version <= 0 ? {} : ((await sectionAnswersAt(context.database, application.id, section.id, version)) ?? {});

async function mergeAndWrite(
  context: UseCaseContext,
  application: ApplicationRow,
  section: SectionSpec,
  { base, baseVersion, mine, input }: Given & { readonly input: SaveSection },
): Promise<Result<SavedSection, Refusal> | "moved"> {
  const current = await currentSection(context.database, application.id, section.id);
  const theirs = current?.answers ?? {};
  const theirVersion = current?.version ?? 0;
  const merge =
    theirVersion === baseVersion
      ? { merged: mine, conflicts: [] }
      : mergeSection(section, base, mine, theirs);
  if (merge.conflicts.length > 0)
    return refuse(
      await conflictRefusal(context, application, section, {
        baseVersion,
        theirVersion,
        base,
        mine,
        theirs,
        merge,
      }),
    );
  const raw = merge.merged;
  const faults = readSection(section, raw).faults;
  if (current !== undefined && sameSection(section, raw, theirs))
    return ok({
      outcome: sameSection(section, raw, mine) ? "unchanged" : "merged",
      version: theirVersion,
      savedAt: current.updatedAt,
      raw,
      faults,
    });
  const merged = !sameSection(section, raw, mine);
  const written = await writeSection(context, application, section, {
    raw,
    theirVersion,
    channel: merged ? "merge" : (input.channel ?? "form"),
    fields: changedFields(section, theirs, raw),
  });
  if (written === "filed") return refuse(alreadyFiled);
  if (written === "moved") return "moved";
  const outcome = merged ? "merged" : "saved";
  return ok({ outcome, version: theirVersion + 1, savedAt: written.at, raw, faults });
}

/** @returns 保存した瞬間。moved: 読んだ後に区画の版が動いていた。filed: 申請の状態が動いていた */
async function writeSection(
  context: UseCaseContext,
  application: ApplicationRow,
  section: SectionSpec,
  {
    raw,
    theirVersion,
    channel,
    fields,
  }: {
    readonly raw: RawSection;
    readonly theirVersion: number;
    readonly channel: "form" | "autosave" | "journal" | "merge";
    readonly fields: readonly string[];
  },
): Promise<{ readonly at: string } | "moved" | "filed"> {
  const at = context.clock.now();
  const actor = actorStamp(context.actor);
  const outcome = await applyWritePlan(context.database, {
    actor,
    at,
    requestId: context.requestId,
    rows: () => ({
      result: null,
      // 打った文字は版の表が持つ。監査には、どの欄か、と中身の照合に足りるハッシュを残す。
      sections: [
        {
          row: {
            applicationId: application.id,
            section: section.id,
            answers: raw,
            updatedBy: actor.id,
            updatedAt: at,
          },
          expectedVersion: theirVersion,
          channel,
        },
      ],
      audit: [
        {
          action: "plan.draft",
          subjectKind: "applicationSection",
          subjectId: `${application.id}/${section.id}`,
          details: {
            version: theirVersion + 1,
            channel,
            fields,
            sha256: createHash("sha256").update(JSON.stringify(raw)).digest("hex"),
          },
        },
      ],
    }),
    expects: { applications: [{ id: application.id, version: application.version }] },
  });
  if (outcome.kind !== "stale") return { at };
  return outcome.subject === "application" ? "filed" : "moved";
}

async function conflictRefusal(
  context: UseCaseContext,
  application: ApplicationRow,
  section: SectionSpec,
  conflict: SectionConflict,
): Promise<Refusal> {
  const row = await currentSection(context.database, application.id, section.id);
  const writer = row === undefined ? undefined : await accountById(context.database, row.updatedBy);
  return {
    kind: "stale",
    subject: "section",
    by: writer?.displayName ?? null,
    what: "この画面を開いた後に、同じ区画が別に保存されました。",
    conflict,
  };
}
