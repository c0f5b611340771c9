/** 作業スレッドが書体と描画器を読み込み終えるための、発行しない一枚。 */
import type { RenderTask } from "./render-document.server.tsx";

export const WARM_UP: RenderTask = {
  templateId: "certification-notice/v2",
  data: {
    templateVersion: "certification-notice/v2",
    documentNumber: "準備",
    issuedOn: "2026-04-01",
    addressee: { address: "所在地", name: "名称", representative: "氏名" },
    signatory: { title: "職名", name: null, sealNote: "" },
    subject: "準備のための印字",
    body: ["書体を読み込むための文書であり、発行しない。≒𠮷"],
    items: [{ label: "項目", value: "値" }],
  },
  options: { createdAt: "2026-04-01T00:00:00Z" },
};
