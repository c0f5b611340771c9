/** 審査を中断する理由の一覧。申請者にも見えるので、何を待っているかを言う言葉にする。 */
export const pauseReasons = {
  awaitingPapers: "申請者からの書類を待っている",
  awaitingAnswer: "申請者からの回答を待っている",
  consultingMinistry: "関係する省庁の意見を待っている",
  consultingOthers: "工業会などの外部に確かめている",
  other: "そのほか",
} as const;

export type PauseReasonCode = keyof typeof pauseReasons;

/** 画面の選択肢から来た文字を、理由の符号として読む。知らない符号は null。 */
export const pauseReasonOf = (text: string): PauseReasonCode | null =>
  Object.hasOwn(pauseReasons, text) ? (text as PauseReasonCode) : null;

/** 理由と、書き添えた文。 */
export const pauseSentence = (pause: { readonly reason: PauseReasonCode; readonly text: string }): string => {
  if (pause.reason === "other") return pause.text;
  return pause.text === "" ? pauseReasons[pause.reason] : `${pauseReasons[pause.reason]}：${pause.text}`;
};
