/** 認定通知書の受渡し: 途中からの受取り、受取りの記録、記録の書出し。申請者と職員の、本物の経路で確かめる。 */
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loader as applicantFile } from "#app/routes/applicant/certificate.ts";
import { loader as applicantRecords } from "#app/routes/applicant/certificate-downloads.ts";
import { loader as staffFile } from "#app/routes/reviewer/certificate-pdf.ts";
import { loader as staffRecords } from "#app/routes/reviewer/certificate-downloads.ts";
import { downloadCertificate } from "#app/usecases/certification/download-certificate.server.ts";
import { certificateHistory } from "#app/usecases/certification/issued-certificate.server.ts";
import { type Certified, certifiedPlan } from "#test/support/certified.ts";
import { startTestServices, type TestServices } from "#test/support/portal-services.ts";
import { expectOk } from "#test/support/procedure.ts";
import { load } from "#test/support/route-call.ts";
import { applicantCookie, staffCookie } from "#test/support/session-cookies.ts";

let portal: TestServices;
let certified: Certified;
let issued: Awaited<ReturnType<Certified["latest"]>>;
const cookies = { applicant: "", staff: "", elsewhere: "" };

beforeAll(async () => {
  portal = await startTestServices();
  certified = await certifiedPlan(portal);
  issued = await certified.latest();
  cookies.applicant = await applicantCookie(portal);
  cookies.staff = await staffCookie(portal, "office:meti-tohoku:reviewer");
  cookies.elsewhere = await staffCookie(portal, "office:meti-kanto:reviewer");
}, 60_000);
afterAll(() => portal.close());

type Side = "applicant" | "staff";
type Answer = Promise<Response>;

const ask = (side: Side, headers: Readonly<Record<string, string>> = {}): Answer => {
  const { applicationId, companyKey, number } = certified;
  const options = { headers: { Cookie: cookies[side], ...headers } };
  return side === "applicant"
    ? load(applicantFile, portal.loadContext, `/c/${companyKey}/certificates/x`, {
        ...options,
        params: { company: companyKey, file: `${number}.pdf` },
      })
    : load(staffFile, portal.loadContext, `/review/applications/${applicationId}/certificate.pdf`, {
        ...options,
        params: { id: applicationId },
      });
};
const records = (side: Side, cookie = cookies[side]): Answer => {
  const { applicationId, companyKey } = certified;
  const headers = { Cookie: cookie };
  return side === "applicant"
    ? load(applicantRecords, portal.loadContext, `/c/${companyKey}/applications/${applicationId}`, {
        headers,
        params: { company: companyKey, id: applicationId },
      })
    : load(staffRecords, portal.loadContext, `/review/applications/${applicationId}`, {
        headers,
        params: { id: applicationId },
      });
};
const received = async (): Promise<number> => {
  const { editions } = await certificateHistory(portal.services.database, certified.applicationId);
  return editions.flatMap(({ downloads }) => downloads).length;
};
const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

describe.each<[string, Side]>([
  ["申請者", "applicant"],
  ["職員", "staff"],
])("%sの受取り", (_name, side) => {
  it("受け取る前に、途中からと偽って求めても、受取りとして残る", async () => {
    const before = await received();
    expect((await ask(side, { Range: "bytes=1-" })).status).toBe(206);
    expect(await received()).toBe(before + 1);
  });

  it("全部を、ハッシュの ETag と日本語の名前を付けて渡し、受取りとして残る", async () => {
    const before = await received();
    const answer = await ask(side);
    expect(answer.status).toBe(200);
    expect((await bytesOf(answer)).equals(issued.bytes)).toBe(true);
    const disposition = answer.headers.get("Content-Disposition") ?? "";
    expect(decodeURIComponent(disposition.split("filename*=UTF-8''")[1] ?? "")).toBe(
      `認定通知書_${certified.number}.pdf`,
    );
    expect(await received()).toBe(before + 1);
  });

  it("変わっていなければ 304、途中からは 206、無い範囲は 416 と答え、どれも重ねて数えない", async () => {
    const before = await received();
    const size = issued.bytes.byteLength;
    const etag = (await ask(side, { Range: "bytes=9-" })).headers.get("ETag") ?? "";
    const same = await ask(side, { "If-None-Match": etag });
    expect([same.status, (await bytesOf(same)).byteLength]).toEqual([304, 0]);
    const rest = await ask(side, { Range: `bytes=${size - 100}-`, "If-Range": etag });
    expect(rest.status).toBe(206);
    expect((await bytesOf(rest)).equals(issued.bytes.subarray(size - 100))).toBe(true);
    const beyond = await ask(side, { Range: `bytes=${size}-` });
    expect([beyond.status, beyond.headers.get("Content-Range")]).toEqual([416, `bytes */${size}`]);
    expect(await received()).toBe(before);
  });
});

describe("受取りの記録の書出し", () => {
  const rowsOf = async (answer: Response) => {
    const bytes = await bytesOf(answer);
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const rows: string[][] = parse(bytes, { bom: true, record_delimiter: "\r\n" });
    const [head = [], ...body] = rows;
    return body.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
  };

  it("画面と同じ行が、新しい順に、ハッシュの全部とともに出る", async () => {
    const answer = await records("staff");
    expect(answer.status).toBe(200);
    expect(decodeURIComponent(answer.headers.get("Content-Disposition") ?? "")).toContain(
      `認定通知書の受取りの記録_${certified.number}.csv`,
    );
    const rows = await rowsOf(answer);
    expect(rows).toHaveLength(await received());
    expect(rows.map((row) => [row["受け取った人"], row["窓口"]])).toEqual([
      ["佐藤 恵", "審査の画面"],
      ["佐藤 恵", "審査の画面"],
      ["髙橋 健一", "申請者の画面"],
      ["髙橋 健一", "申請者の画面"],
    ]);
    for (const row of rows)
      expect(row).toMatchObject({
        日時: "令和8年12月1日 10時00分",
        "日時（UTC）": "2026-12-01T01:00:00.000Z",
        文書番号: certified.number,
        版: "第1版",
        "書類の指紋（SHA-256）": (await ask("staff", { Range: "bytes=1-" })).headers
          .get("ETag")
          ?.replaceAll('"', ""),
      });
  });

  it("申請者には、職員の名前を示さない", async () => {
    const rows = await rowsOf(await records("applicant"));
    expect(new Set(rows.map((row) => row["受け取った人"]))).toEqual(new Set(["行政機関", "髙橋 健一"]));
  });

  it("式に見える名前は、式として開かれない", async () => {
    const { actor } = certified.applicant;
    if (actor.kind !== "applicant") throw new Error("申請者ではありません。");
    const named = portal.context({ ...actor, displayName: "=1+1,2" });
    const { companyKey, number } = certified;
    expectOk(await downloadCertificate(named, portal.services.storage, { companyKey, number }));
    const [row] = await rowsOf(await records("applicant"));
    expect(row?.["受け取った人"]).toBe("'=1+1,2");
  });

  it("よその局の職員には、書出しも受取りも無いと答える", async () => {
    expect((await records("staff", cookies.elsewhere)).status).toBe(404);
  });
});
