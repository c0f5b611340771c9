/** 尋ねた会社の控えを、画面の言葉にする。 */
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { closureWords, directoryNames } from "#app/domain/company-facts/company-facts.ts";
import type { DirectoriesView } from "#app/usecases/companies/read-directories.server.ts";

export type AskedView = ReturnType<typeof askedView>;

export function askedView({ corporateNumber, lookup, override }: NonNullable<DirectoriesView["asked"]>) {
  const facts = lookup.kind === "known" ? lookup.facts : null;
  return {
    corporateNumber,
    state:
      lookup.kind === "unknown"
        ? "どの相手も答えませんでした。控えもありません。"
        : facts === null
          ? `どの相手にも載っていません（${formatTokyoInstant(lookup.fetchedAt)}に確認）。`
          : `${directoryNames[facts.source]}、${formatTokyoInstant(lookup.fetchedAt)}に取得${lookup.outdated ? "（いまは引き直せないので、古い控えです）" : ""}。`,
    name: facts?.name ?? null,
    address: facts?.address ?? null,
    closure:
      facts === null || facts.closure === null ? null : closureWords(facts.closure, formatJapaneseDate),
    override:
      override === null
        ? null
        : `${override.createdByName}、${formatTokyoInstant(override.createdAt)}：${override.reason}`,
  };
}
