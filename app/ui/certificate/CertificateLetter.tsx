import type { CivilDate } from "#app/domain/calendar/civil-date.ts";
import { formatJapaneseDate } from "#app/domain/calendar/era.ts";
import type { CertificationNotice } from "#app/domain/certification/notice.ts";

/**
 * 認定通知書の文面。PDF と同じ文字が、同じ順に並ぶ。
 * 紙の上の位置に頼らず、見出し、段落、項目の一覧として読み上げられる。
 *
 * @param notice 発行した時に凍結した値
 */
export function CertificateLetter({ notice }: { readonly notice: CertificationNotice }) {
  const { signatory, items } = notice;
  return (
    <article
      aria-labelledby="letter-subject"
      className="my-6 rounded-8 border border-solid-gray-420 bg-white px-4 py-6 text-std-16N-170 wrap-anywhere sm:px-12 sm:py-10 print:border-0 print:p-0"
    >
      <div className="text-right">
        <p>{notice.documentNumber}</p>
        <p>{formatJapaneseDate(notice.issuedOn as CivilDate)}</p>
      </div>
      <Addressee {...notice.addressee} />
      <section aria-label="発信者" className="mt-6 text-right">
        {[signatory.title, signatory.name ?? "", signatory.sealNote]
          .filter((line) => line !== "")
          .map((line) => (
            <p key={line}>{line}</p>
          ))}
      </section>
      <h2 id="letter-subject" className="mt-10 mb-8 text-center text-std-20B-150">
        {notice.subject}
      </h2>
      {notice.body.map((paragraph) => (
        <p key={paragraph} className="indent-[1em]">
          {paragraph.trimStart()}
        </p>
      ))}
      {items.length > 0 && <Particulars items={items} />}
      {notice.verification !== undefined && <Verification {...notice.verification} />}
    </article>
  );
}

/** 代表者の無い個人事業主では、名称に敬称を付ける。 */
const Addressee = ({ address, name, representative }: CertificationNotice["addressee"]) => (
  <section aria-label="宛先" className="mt-6 sm:max-w-2/3">
    <p>{address}</p>
    {representative !== "" && <p className="pl-[1em]">{name}</p>}
    <p className="pl-[1em]">
      {representative === "" ? name : representative}
      {"　殿"}
    </p>
  </section>
);

const Particulars = ({ items }: Pick<CertificationNotice, "items">) => (
  <section aria-labelledby="letter-items" className="mt-8">
    <h3 id="letter-items" className="mb-4 text-center">
      記
    </h3>
    <dl>
      {items.map(({ label, value }, index) => (
        <div key={label} className="mb-2 sm:grid sm:grid-cols-[12em_1fr] sm:gap-4">
          <dt>
            {index + 1}　{label}
          </dt>
          <dd className="pl-[2em] whitespace-pre-line sm:pl-0">{value}</dd>
        </div>
      ))}
    </dl>
    <p className="mt-2 text-right">以上</p>
  </section>
);

/** 紙では QR の隣にある案内。画面では、アドレスが確認の画面へのリンクになる。 */
const Verification = ({ code, url }: NonNullable<CertificationNotice["verification"]>) => (
  <section aria-label="真正性の確認" className="mt-8 border-t border-solid-gray-420 pt-3">
    <p>この通知書の真正性は、QR コード又は次の画面で確かめられます。</p>
    <p>
      <a className="link" href={url}>
        {new URL("/verify", url).href}
      </a>
    </p>
    <p>
      符号　<span className="font-mono">{code}</span>
    </p>
  </section>
);
