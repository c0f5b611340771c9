import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { type IndustryPick, noPick } from "#app/domain/industry/industry-pick.ts";
import { normaliseDigits } from "#app/domain/text/width.ts";
import { ANSWERS_APPLIED } from "../autosave/form-entries.ts";
import { fetchPick } from "./fetch-industries.ts";
import { useIndustryPicks } from "./industry-picks.ts";

/** 続けて打つ間は問わない時間。 */
const PAUSE_MS = 150;

export type PickHand = {
  readonly pick: IndustryPick;
  /** 一覧が届かなかった。 */
  readonly failed: boolean;
  /** 選んだ業種の知らせ。まだ選んでいなければ空。 */
  readonly news: string;
  /** その分類を開く。細分類なら選ぶ。 */
  readonly open: (code: string) => void;
  /** いま選ばれている改定。 */
  readonly revision: () => string;
};

/**
 * 業種の番号の欄と、選択の様子を結ぶ。番号は欄が持ち、選べば欄に書き、打てば選択が追う。
 * @param id 番号の欄の id
 * @param name 番号の欄の名前。改定の欄は、同じ行の revision
 */
export function useIndustryPick(box: RefObject<HTMLElement>, id: string, name: string): PickHand {
  const { edition, prefecture, municipality, opened } = useIndustryPicks();
  const [pick, setPick] = useState<IndustryPick>(opened[id] ?? noPick);
  const [failed, setFailed] = useState(false);
  const [news, setNews] = useState("");
  const asking = useRef(new AbortController());
  const known = opened[id] !== undefined;

  const revision = useCallback(
    (): string => radiosOf(box.current, name).find((radio) => radio.checked)?.value ?? "14",
    [box, name],
  );

  const show = useCallback(
    async (at: string, keepNamed: boolean): Promise<IndustryPick | null> => {
      asking.current.abort();
      const mine = new AbortController();
      asking.current = mine;
      const found = await fetchPick(
        { edition, revision: revision(), at, prefecture, municipality },
        mine.signal,
      );
      if (mine.signal.aborted) return null;
      setFailed(found === null);
      if (found === null) return null;
      setPick((before) => (keepNamed && found.named === null ? { ...found, named: before.named } : found));
      return found;
    },
    [edition, prefecture, municipality, revision],
  );

  const open = useCallback(
    (code: string) => {
      const picks = /^\d{4}$/u.test(code);
      if (picks) write(box.current, id, name, code);
      void show(code, !picks).then((found) => {
        if (picks && found?.named) setNews(newsOf(found));
      });
    },
    [box, id, name, show],
  );

  useEffect(() => {
    const form = box.current?.closest("form");
    if (form === null || form === undefined) return undefined;
    const ends = new AbortController();
    const { signal } = ends;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void show(typedCode(box.current, id), false), PAUSE_MS);
    };
    const heard = (event: Event): void => {
      const { target } = event;
      if (!(target instanceof HTMLInputElement)) return;
      if (target.id === id || target.name === revisionName(name)) follow();
    };
    form.addEventListener("input", heard, { signal });
    form.addEventListener(ANSWERS_APPLIED, follow, { signal });
    // 後から足した行と、script が動き出す前に打たれた番号。
    const control = codeInput(box.current, id);
    if (!known || (control !== null && control.value !== control.defaultValue)) follow();
    return () => {
      clearTimeout(timer);
      ends.abort();
    };
  }, [box, id, name, known, show]);

  return { pick, failed, news, open, revision };
}

const revisionName = (name: string): string => name.replace(/\.code$/u, ".revision");

const radiosOf = (box: HTMLElement | null, name: string): readonly HTMLInputElement[] =>
  [...(box?.closest("form")?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? [])].filter(
    (radio) => radio.name === revisionName(name),
  );

const codeInput = (box: HTMLElement | null, id: string): HTMLInputElement | null =>
  box?.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`) ?? null;

const typedCode = (box: HTMLElement | null, id: string): string =>
  normaliseDigits(codeInput(box, id)?.value ?? "").trim();

/** 番号の欄に書く。改定がまだなら、探した改定にする。 */
function write(box: HTMLElement | null, id: string, name: string, code: string): void {
  const control = codeInput(box, id);
  if (control === null) return;
  const radios = radiosOf(box, name);
  const used = radios.find(({ value }) => value === "14");
  if (used !== undefined && radios.every((radio) => !radio.checked)) used.checked = true;
  if (typedCode(box, id) === code) return;
  control.value = code;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

function newsOf({ named }: IndustryPick): string {
  if (named === null) return "";
  const office = named.answer?.receivingOffice?.name;
  return office === undefined
    ? `${named.label}を選びました。`
    : `${named.label}を選びました。提出先は${office}です。`;
}
