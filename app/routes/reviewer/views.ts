/** 見方の保存、固定、削除。送信だけの道筋で、終わったら一覧へ戻る。 */
import { redirect } from "@remix-run/node";
import { guarded } from "#app/http/guard.server.ts";
import { refusalResponse } from "#app/http/responses.server.ts";
import { pinView, removeView, saveView } from "#app/usecases/review/saved-views.server.ts";
import { typedText } from "./command-page.server.ts";
import { submittedForm } from "./submitted-form.server.ts";

export const loader = guarded("staff", "review.list", async () => redirect("/review"));

export const action = guarded("staff", "review.list", async ({ request, useCase }) => {
  const form = await submittedForm(request);
  const id = typedText(form, "id");
  const intent = typedText(form, "intent");
  switch (intent) {
    case "pin":
    case "unpin": {
      const pinned = intent === "pin";
      const done = await pinView(useCase, { id, pinned });
      if (!done.ok) throw refusalResponse(done.error);
      return redirect(pinned ? "/review" : "/review?view=none");
    }
    case "remove": {
      const done = await removeView(useCase, id);
      if (!done.ok) throw refusalResponse(done.error);
      return redirect("/review?view=none");
    }
    default: {
      const query = typedText(form, "query");
      const saved = await saveView(useCase, {
        name: typedText(form, "name"),
        scope: typedText(form, "scope"),
        query,
        pin: form.get("pin") === "yes",
      });
      if (!saved.ok) throw refusalResponse(saved.error);
      return redirect(`/review?${query}${query === "" ? "" : "&"}view=${saved.value.id}`);
    }
  }
});
