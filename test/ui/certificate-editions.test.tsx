/** 認定通知書の欄: 受け取れない人には、押しても断られるボタンを出さず、だれが受け取れるかを書く。 */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { CertificateEditions, type ShownEdition } from "#app/ui/certificate/CertificateEditions.tsx";
import { DownloadTable } from "#app/ui/certificate/DownloadTable.tsx";
import { elementsOf, textOf } from "./markup.ts";

const edition = (number: number): ShownEdition => ({
  edition: number,
  standing: { tone: "success", word: "有効" },
  reason: "",
  code: null,
  progress: null,
  issued: {
    at: "令和8年12月1日 10:00",
    sha256: "a".repeat(64),
    signature: "PAdES B-B",
    href: `/pdf/${number}`,
    pageHref: `/page/${number}`,
    manifestHref: `/jws/${number}`,
  },
});
const revocation = {
  on: "令和8年12月2日 10:00",
  reason: "実施していないため",
  letter: { number: "20261202東北第2号", pdfHref: "/revocation.pdf", pageHref: "/revocation" },
};
const linksOf = (html: string) =>
  elementsOf(html).flatMap(({ tag, attributes }) => (tag === "a" ? [attributes["href"]] : []));

it.each([
  [true, ["/revocation.pdf", "/revocation", "/pdf/2", "/page/2", "/jws/2", "/pdf/1", "/page/1", "/csv"]],
  // 取消しの通知書は、申請を見られる人ならだれでも受け取れる。
  [false, ["/revocation.pdf", "/revocation"]],
])("受け取れる人か（%s）によって、出すリンクが決まる", (mayReceive, links) => {
  const download = { id: 1, at: "", receiver: "", channel: "", edition: 1, sha256: "" };
  const html = renderToStaticMarkup(
    <>
      <CertificateEditions
        editions={[edition(2), edition(1)]}
        revocation={revocation}
        openLabel="開く"
        mayReceive={mayReceive}
      />
      <DownloadTable downloads={[download]} csvHref={mayReceive ? "/csv" : null} />
    </>,
  );
  expect(linksOf(html)).toEqual(links);
  expect(textOf(html).includes("GビズIDプライム又はメンバー")).toBe(!mayReceive);
});
