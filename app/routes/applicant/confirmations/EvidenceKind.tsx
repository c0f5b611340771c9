import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { FileInput } from "#app/ui/primitives/FileInput.tsx";
import { RequirementTag } from "#app/ui/primitives/RequirementTag.tsx";

/** 一つの種類の書類: 添付した物と、添付する欄。 */
export function EvidenceKind({
  kind,
  files,
  problem,
}: {
  readonly kind: {
    readonly id: string;
    readonly name: string;
    readonly help: string;
    readonly required: boolean;
    /** 未確認の定めなら、その言い方。 */
    readonly unconfirmed: string | null;
    readonly files: readonly { readonly id: string; readonly fileName: string; readonly about: string }[];
  };
  /** 添付した物の道筋の頭。 */
  readonly files: string;
  readonly problem: string | null;
}) {
  return (
    <section aria-labelledby={kind.id} className="mt-8">
      <SectionTitle id={kind.id} aside={<RequirementTag required={kind.required} />}>
        {kind.name}
      </SectionTitle>
      <p>
        {kind.help}
        {kind.unconfirmed !== null &&
          `（この定めは「${kind.unconfirmed}」です。添付がなくても申請は止めません。）`}
      </p>
      {kind.files.length > 0 && (
        <ul className="mt-3 grid gap-2">
          {kind.files.map((file) => (
            <li key={file.id} className="flex flex-wrap items-center gap-3 [overflow-wrap:anywhere]">
              <span>
                <a className="link" href={`${files}/${file.id}/file`}>
                  {file.fileName}
                </a>
                （{file.about}）
              </span>
              <form method="post">
                <Button name="remove" value={file.id} variant="tertiary" size="small">
                  <span className="sr-only">{file.fileName}を</span>取り除く
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" encType="multipart/form-data" noValidate className="mt-4">
        <input type="hidden" name="kind" value={kind.id} />
        <FileInput
          id={`file-${kind.id}`}
          name="file"
          label={`${kind.name}のファイル`}
          help="PDF、PNG、JPEG などのファイルを選んでください。"
          errors={problem === null ? [] : [problem]}
        />
        <Button variant="secondary">添付する</Button>
      </form>
    </section>
  );
}
