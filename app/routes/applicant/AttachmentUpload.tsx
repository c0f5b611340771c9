import { useNavigate } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { attachmentLimits, tooLargeMessage } from "#app/domain/attachment/attachment-limits.ts";
import { Button } from "#app/ui/primitives/Button.tsx";
import { ButtonGroup } from "#app/ui/primitives/ButtonGroup.tsx";
import { ButtonLink } from "#app/ui/primitives/ButtonLink.tsx";
import { Checkboxes } from "#app/ui/primitives/Checkboxes.tsx";
import { FileInput } from "#app/ui/primitives/FileInput.tsx";
import { type AttachmentProblem, problemOf } from "./attachment-problem.ts";
import type { ShownKind } from "./attachments-view.server.ts";
import { attachmentsPath, type Place } from "./paths.ts";
import { sendInPieces } from "./send-pieces.ts";
import { type Moving, TransferProgress } from "./TransferProgress.tsx";

/** 添付する欄。JavaScript が動けば分けて送って続きから送れ、動かなければ普通の form として送る。 */
export function AttachmentUpload({
  kind,
  page,
  problem,
}: {
  readonly kind: ShownKind;
  readonly page: { readonly place: Place; readonly limits: string };
  readonly problem: AttachmentProblem | null;
}) {
  const navigate = useNavigate();
  const [moving, setMoving] = useState<Moving | null>(null);
  const [found, setFound] = useState<AttachmentProblem | null>(problem);
  const stop = useRef<AbortController | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => () => stop.current?.abort(), []);
  useEffect(() => {
    if (found !== null && found !== problem)
      form.current?.querySelector<HTMLElement>(`[name="${found.field}"]`)?.focus();
  }, [found, problem]);
  const base = attachmentsPath(page.place);
  const errorsOf = (field: string): readonly string[] => (found?.field === field ? [found.message] : []);
  const uncovered = kind.slots.filter((slot) => !slot.covered);
  const chosen =
    problem?.rows ??
    (kind.replacing !== null
      ? kind.slots.filter((slot) => slot.chosen)
      : uncovered.length === 1
        ? uncovered
        : []
    ).map(({ value }) => value);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const rows = fields.getAll("rows").map(String);
    const file = fields.get("file");
    const wrong = (field: string, message: string): void => setFound({ field, message, rows });
    if (!(file instanceof File) || file.name === "") return wrong("file", "ファイルを選んでください。");
    if (kind.slots.length > 0 && rows.length === 0)
      return wrong("rows", "この書類がどの設備のものか、印を付けてください。");
    if (file.size > attachmentLimits.fileBytes) return wrong("file", tooLargeMessage(attachmentLimits));
    const abort = new AbortController();
    stop.current = abort;
    setFound(null);
    setMoving({ sent: 0, total: file.size, waiting: false });
    const end = await sendInPieces({
      base,
      file,
      kind: kind.id,
      rows,
      replaces: kind.replacing?.id ?? null,
      signal: abort.signal,
      progressed: (sent, waiting) => setMoving({ sent, total: file.size, waiting }),
    });
    setMoving(null);
    if (end.state === "attached")
      navigate(`${base}?done=${kind.replacing === null ? "attached" : "replaced"}#${kind.id}`);
    else setFound(problemOf(end, rows));
  };

  return (
    <form
      ref={form}
      method="post"
      action={base}
      encType="multipart/form-data"
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <input type="hidden" name="kind" value={kind.id} />
      {kind.replacing !== null && <input type="hidden" name="replaces" value={kind.replacing.id} />}
      {kind.slots.length > 0 && (
        <Checkboxes
          id={`${kind.id}-rows`}
          name="rows"
          label="この書類はどの設備のものですか"
          help="一つの書類がいくつもの設備のものであれば、全部に印を付けます。"
          options={kind.slots}
          defaultValue={chosen}
          errors={errorsOf("rows")}
        />
      )}
      <FileInput
        id={`${kind.id}-file`}
        name="file"
        label={
          kind.replacing === null
            ? `「${kind.name}」のファイル`
            : `「${kind.replacing.fileName}」と差し替えるファイル`
        }
        help={page.limits}
        accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
        errors={errorsOf("file")}
      />
      {kind.unfinished.map((upload) => (
        <p key={upload.id} className="mb-3">
          送りかけのファイルがあります：{upload.fileName}（{upload.progress}
          ）。同じファイルを選ぶと、続きから送ります。
        </p>
      ))}
      <output className="block">{moving !== null && <TransferProgress moving={moving} />}</output>
      <ButtonGroup>
        <Button variant="secondary" disabled={moving !== null}>
          {kind.replacing === null ? "添付する" : "差し替える"}
        </Button>
        {moving !== null && (
          <Button type="button" variant="tertiary" onClick={() => stop.current?.abort()}>
            送るのをやめる
          </Button>
        )}
        {kind.replacing !== null && moving === null && (
          <ButtonLink href={`${base}#${kind.id}`} variant="tertiary">
            差し替えない
          </ButtonLink>
        )}
      </ButtonGroup>
    </form>
  );
}
