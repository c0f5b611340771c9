import { SectionTitle } from "#app/ui/layout/SectionTitle.tsx";
import { Button } from "#app/ui/primitives/Button.tsx";
import { FileInput } from "#app/ui/primitives/FileInput.tsx";
import { ReasonField } from "./ReasonField.tsx";

/** 編集中の版に取り込むファイルを選ぶ。 */
export const ImportForm = ({
  revision,
  reason,
  errors,
}: {
  readonly revision: number;
  readonly reason: string;
  readonly errors: Readonly<Record<string, readonly string[]>>;
}) => (
  <section className="max-w-[44rem]">
    <SectionTitle>取り込む</SectionTitle>
    <ul className="mb-4 list-disc space-y-1 pl-6">
      <li>
        取り出した zip を直したもの一つか、直した表の CSV や XLSX を選びます。送らない表は今のままです。
      </li>
      <li>CSV の文字コードは、UTF-8 か Shift_JIS です。</li>
      <li>XLSX は、シートの名前で表を見分けます。数式、日付の書式、セルの結合は使えません。</li>
      <li>送った表は、ファイルのとおりに入れ替わります。ファイルにない行は消えます。</li>
      <li>
        edition.json
        を送ると、書いてある版の名前と施行日になり、行数が表と合うかを確かめます。行を足したり消したりしたときは、行数も直すか、edition.json
        を除いて送ります。
      </li>
      <li>一か所でも直す所があれば、何も変えずに、直す所を全部示します。</li>
    </ul>
    <form method="post" encType="multipart/form-data" noValidate>
      <input type="hidden" name="revision" value={revision} />
      <FileInput
        id="files"
        name="files"
        label="取り込むファイル"
        help="いくつでも選べます。合わせて 16 MB まで。"
        required
        multiple
        accept=".zip,.csv,.json,.xlsx"
        errors={errors["files"]}
      />
      <ReasonField value={reason} errors={errors["reason"]} />
      <Button>取り込む</Button>
    </form>
  </section>
);
