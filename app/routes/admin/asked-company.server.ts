/** 尋ねた会社の控えを、画面の言葉にする。 */
import { formatJapaneseDate, formatTokyoInstant } from "#app/domain/calendar/era.ts";
import { closureWords, directoryNames } from "#app/domain/company-facts/company-facts.ts";
import { joinedAddress } from "#app/domain/company-facts/split-address.ts";
import type { DirectoriesView } from "#app/usecases/companies/read-directories.server.ts";

export type AskedView = ReturnType<typeof askedView>;

/** @param prefectures 都道府県の番号と名称 */
export function askedView(
  { corporateNumber, lookup, override }: NonNullable<DirectoriesView["asked"]>,
  prefectures: Parameters<typeof joinedAddress>[1],
) {
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
    address: facts === null || facts.address === null ? null : joinedAddress(facts.address, prefectures),
    closure:
      facts === null || facts.closure === null ? null : closureWords(facts.closure, formatJapaneseDate),
    override:
      override === null
        ? null
        : `${override.createdByName}、${formatTokyoInstant(override.createdAt)}：${override.reason}`,
  };
}
