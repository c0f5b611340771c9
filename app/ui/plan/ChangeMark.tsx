import type { ChangedValue } from "#app/domain/plan/section-marks.ts";
import { Tag } from "../primitives/Tag.tsx";
import { TextDifference } from "./TextDifference.tsx";

/** 変わった値の印と、認定を受けた計画の値。長い文章は、消した所と足した所で見せる。 */
export function ChangeMark({
  id,
  change,
  long = false,
}: {
  /** 欄の説明として指されるときの id。 */
  readonly id?: string | undefined;
  readonly change: ChangedValue;
  readonly long?: boolean | undefined;
}) {
  const { before, after } = change;
  return (
    <span
      id={id}
      className="mt-1.5 block border-l-4 border-blue-900 pl-2.5 text-left text-dns-14N-130 leading-150 whitespace-normal"
    >
      <Tag tone="info" icon={false}>
        変更
      </Tag>{" "}
      {long && before !== "" ? (
        <>
          認定を受けた計画からの違い：
          <span className="mt-1 block whitespace-pre-line">
            <TextDifference before={before} after={after} />
          </span>
        </>
      ) : (
        <>
          認定を受けた計画：
          <span className="break-words whitespace-pre-line">{before === "" ? "記載なし" : before}</span>
        </>
      )}
    </span>
  );
}

/** 行の印の言葉。 */
export const rowMarkWords = { added: "追加", changed: "変更" } as const;
