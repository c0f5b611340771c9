/**
 * 認定の後に出す二つの書類: 認定の取下げの届出と、承継の申出。どちらも、認定した局の決裁者が確かめて決まる。
 * 様式は公開されていないので、言葉は推測による。
 */
export type PlanRequestKind = "surrender" | "succession";

/** proposed: 決定を待つ。accepted: 局が認めた。refused: 局が認めなかった。 */
export type PlanRequestStatus = "proposed" | "accepted" | "refused";

/** だれが出したか。holder: いまの認定事業者。successor: 承継する事業者。office: 局の職員。 */
export type RequestSide = "holder" | "successor" | "office";

/** 承継の原因。 */
export type SuccessionGround = "merger" | "split" | "transfer";
