/** 省庁とやり取りする表のブック。 */
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { streamOf } from "#app/http/stream.server.ts";
import { exportEditionWorkbook } from "#app/usecases/rulebook/export-edition-workbook.server.ts";
import { fileResponse } from "./file-response.server.ts";

export const loader = guarded("staff", "rulebook.view", async ({ param, useCase, tools }) => {
  const made = await exportEditionWorkbook(useCase, tools.workbook, param("edition"));
  if (!made.ok) throw refusalResponse(made.error);
  const { label, bytes } = made.value;
  return fileResponse(streamOf(bytes), {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    name: `規則集_${label}.xlsx`,
    plain: "rulebook.xlsx",
  });
});
