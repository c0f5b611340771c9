/** 例の確認の一覧。局が自分の言葉に直して使うための見本で、法令や通知の一覧ではない。 */
import type { UseCaseContext } from "../../app/usecases/context.ts";
import { saveChecklistTemplate } from "../../app/usecases/review/checklist-templates.server.ts";

const row = (text: string, target: string, required = true) => ({ id: "", text, target, required });

const rows = [
  row("名称、所在地、法人番号が、公表されている内容と合っている", "company/corporateNumber"),
  row("事業分野と産業分類の番号が、書かれている事業の内容と合っている", "industry/"),
  row("指針のいまの版に基づいて書かれている", "industry/"),
  row("現状認識に、自社の事業、顧客や市場、経営の状況が書かれている", "present-state/"),
  row("指標の計算に使った額が、決算書の額と合っている", "indicators/"),
  row("実施事項が、選んだ指針の項目と結び付いている", "measures/"),
  row("資金の額が、設備等の額と釣り合っている", "funding/", false),
  row("設備等の型式が、添付の証明書や確認書と合っている", "equipment/equipment", false),
];

/** 局の職員として、どの指針にも使う一覧を一つ作る。 */
export async function seedChecklist(context: UseCaseContext, officeCode: string): Promise<void> {
  const saved = await saveChecklistTemplate(context, {
    id: null,
    version: 0,
    officeCode,
    guidelineId: "",
    rows,
  });
  if (!saved.ok) throw new Error(`デモの確認の一覧を作れません: ${JSON.stringify(saved.error)}`);
}
