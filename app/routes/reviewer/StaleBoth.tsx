import { DescriptionCard } from "#app/ui/primitives/DescriptionCard.tsx";

/** 申請に最後に起きたこと。 */
export type LastStep = {
  readonly title: string;
  readonly actor: string;
  readonly atText: string;
  readonly body: string;
};

/** 先に行われた操作と、自分が書いていた内容を並べる。自分の内容はまだ送られていない。 */
export function StaleBoth({
  last,
  typed,
}: {
  readonly last: LastStep | null;
  readonly typed: readonly string[];
}) {
  return (
    <div className="mb-6 grid gap-4 lg:grid-cols-2">
      {last !== null && (
        <DescriptionCard title="先に行われた操作">
          <p>
            {last.title}（{last.actor}、{last.atText}）
          </p>
          {last.body !== "" && <p className="mt-1 whitespace-pre-line">{last.body}</p>}
        </DescriptionCard>
      )}
      {typed.length > 0 && (
        <DescriptionCard title="あなたが書いていた内容（まだ送られていません）">
          <ul className="list-disc pl-6 whitespace-pre-line">
            {typed.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </DescriptionCard>
      )}
    </div>
  );
}
