import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guarded } from "#app/http/guard.server.ts";
import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { importEditionFiles } from "#app/usecases/rulebook/import-edition-files.server.ts";
import { CommandErrors } from "./CommandErrors.tsx";
import { EditionFrame } from "./EditionFrame.tsx";
import { FileFaults } from "./FileFaults.tsx";
import { ImportedFiles } from "./ImportedFiles.tsx";
import { ImportForm } from "./ImportForm.tsx";
import { editionHeading, openEditionPage } from "./edition-page.server.ts";
import { importedAnswer, refusedAnswer, tooLargeAnswer } from "./import-answer.server.ts";
import { readSentFiles } from "./sent-files.server.ts";
import { editionHref } from "./table-address.ts";

export const handle = { scripts: false };
export const meta = () => [{ title: "規則集のファイル | 経営力向上計画 電子申請ポータル" }];

export const loader = guarded("staff", "rulebook.view", async (guard) => ({
  edition: editionHeading(await openEditionPage(guard), guard.actor),
}));

export const action = guarded("staff", "rulebook.edit", async ({ request, param, useCase, tools }) => {
  const form = await readSentFiles(request);
  if (form === "tooLarge") return data(tooLargeAnswer, { status: 413 });
  const reason = (form.fields["reason"] ?? "").trim();
  const result = await importEditionFiles(useCase, tools.rulebookFiles, {
    editionId: param("edition"),
    revision: Number(form.fields["revision"] ?? Number.NaN),
    reason,
    sent: form.files,
  });
  if (result.ok) return data(importedAnswer(result.value), { status: 200 });
  const { answer, status } = refusedAnswer(result.error, reason);
  return data(answer, { status });
});

export default function Files() {
  const { edition } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const href = editionHref(edition.id);
  return (
    <EditionFrame
      edition={edition}
      title="ファイル"
      page="/files"
      lead="版の全部の表をファイルで取り出し、編集中の版には、直したファイルを取り込みます。"
    >
      {answer !== undefined && (
        <>
          <CommandErrors problem={answer.problem} errors={answer.errors} />
          {answer.faultCount > 0 && <FileFaults faults={answer.faults} total={answer.faultCount} />}
          {answer.imported !== null && <ImportedFiles imported={answer.imported} editionHref={href} />}
        </>
      )}
      <section className="mb-8 max-w-[44rem]">
        <SectionTitle>取り出す</SectionTitle>
        <p className="mb-4">
          全部の表の CSV（UTF-8）と edition.json の zip
          です。行と欄の順は決まっていて、同じ版からは、いつも同じファイルになります。
        </p>
        <ButtonLink href={`${href}/files.zip`} variant="secondary">
          一式を zip で取り出す
        </ButtonLink>
        <p className="mt-6 mb-4">
          業種と提出先、指針と項目の表は、表計算のブックでも取り出せます。一枚のシートが一つの表です。先頭の 0
          が消えないので、表計算のソフトで直すときはこちらを使います。
        </p>
        <ButtonLink href={`${href}/files.xlsx`} variant="secondary">
          やり取りする表を XLSX で取り出す
        </ButtonLink>
      </section>
      {edition.editable ? (
        <ImportForm revision={edition.revision} reason={answer?.reason ?? ""} errors={answer?.errors ?? {}} />
      ) : (
        <p>取込みは、編集中の版だけにできます。</p>
      )}
    </EditionFrame>
  );
}
