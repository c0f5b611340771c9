import type { CertificationNotice } from "#app/domain/certification/notice.ts";
import { CertificateLetter } from "../certificate/CertificateLetter.tsx";
import { NotificationBanner } from "../primitives/NotificationBanner.tsx";
import { SummaryList } from "../primitives/SummaryList.tsx";

export type LetterPreview = {
  /** どの通知書の、どの局の見本か。 */
  readonly title: string;
  /** 保存していない文面の見本か。 */
  readonly unsaved: boolean;
  readonly notice: CertificationNotice | null;
  /** 作れない訳。作れるなら空。 */
  readonly problems: readonly string[];
  /** この局とほかの局の見本、PDF を見る画面。 */
  readonly pageHref: string;
  readonly slots: readonly { readonly slot: string; readonly meaning: string }[];
};

/** 文面の行の下に示す、見本の通知書と、使える差込み。 */
export function LetterSample({ preview }: { readonly preview: LetterPreview }) {
  const { title, unsaved, notice, problems, pageHref, slots } = preview;
  return (
    <section aria-labelledby="letter-sample">
      <h3 id="letter-sample" className="text-std-17B-170">
        見本：{title}
      </h3>
      <p className="mt-1 text-dns-16N-130">
        {unsaved ? "まだ保存していない文面の見本です。" : "保存してある文面の見本です。"}
        <a className="link" href={pageHref}>
          ほかの局の見本と PDF を見る
        </a>
      </p>
      {problems.length > 0 && (
        <div className="mt-3">
          <NotificationBanner kind="error" title="この文面では、通知書を作れません" headingLevel={3}>
            <ul className="list-disc pl-5">
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </NotificationBanner>
        </div>
      )}
      {notice !== null && <CertificateLetter notice={notice} />}
      <SlotList slots={slots} open={problems.length > 0} />
    </section>
  );
}

/** 使える差込みと、その意味。 */
export const SlotList = (props: Pick<LetterPreview, "slots"> & { readonly open?: boolean | undefined }) => (
  <details className="mt-3" open={props.open}>
    <summary className="cursor-pointer text-dns-16B-130">使える差込み（{props.slots.length}）</summary>
    <div className="mt-2">
      <SummaryList
        rows={props.slots.map(({ slot, meaning }) => ({ key: slot, label: slot, value: meaning }))}
      />
    </div>
  </details>
);
