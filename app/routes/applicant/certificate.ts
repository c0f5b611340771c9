import { certificateResponse, editionIn } from "#app/http/certificate-response.server.ts";
import { guarded } from "#app/http/guard.server.ts";
import { notFound, refusalResponse } from "#app/http/responses.server.ts";
import { isContinuation } from "#app/http/stored-file-response.server.ts";
import { downloadCertificate } from "#app/usecases/certification/download-certificate.server.ts";

export const loader = guarded("applicant", "certificate.download", async (guard) => {
  const { param, useCase, tools, request, url } = guard;
  // 一部だけが値の道筋（:number.pdf）は枠組みが読まないので、名前全体を受けて番号を取り出す。
  const name = /^(?<number>.+)\.(?<part>pdf|jws)$/u.exec(param("file"))?.groups;
  const number = name?.["number"];
  if (number === undefined) throw notFound();
  const part = name?.["part"] === "jws" ? "jws" : "pdf";
  const file = await downloadCertificate(useCase, tools.storage, {
    companyKey: param("company"),
    number,
    part,
    edition: editionIn(url),
    continued: isContinuation(request),
  });
  if (!file.ok) throw refusalResponse(file.error);
  return certificateResponse(request, part, file.value);
});
