import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";

const doneTitles: Readonly<Record<string, string>> = {
  attached: "添付しました",
  replaced: "差し替えました",
  removed: "取り除きました",
};

export type AttachmentNoticesProps = {
  readonly page: {
    readonly missing: number;
    readonly infected: readonly string[];
    readonly scanning: boolean;
    readonly scannerReady: boolean;
  };
  /** 直前に済んだこと。 */
  readonly announced: string | null;
};

/** 添付の画面の上に出す知らせ。 */
export function AttachmentNotices({ page, announced }: AttachmentNoticesProps) {
  const done = announced === null ? undefined : doneTitles[announced];
  return (
    <>
      {done !== undefined && <NotificationBanner kind="success" title={done} announce />}
      {page.infected.map((fileName) => (
        <NotificationBanner
          key={fileName}
          kind="error"
          title={`「${fileName}」からウイルスが見つかったため、取り除きました`}
        >
          <p>お使いの機器を検査し、別のファイルを添付してください。</p>
        </NotificationBanner>
      ))}
      {page.missing > 0 && (
        <NotificationBanner kind="warning" title={`まだ添付されていない書類が${page.missing}件あります`} />
      )}
      {page.scanning && (
        <NotificationBanner kind="info" title="添付された書類のウイルスを検査しています">
          <p>検査が済むと「検査済み」と出ます。この画面を閉じても検査は続きます。</p>
        </NotificationBanner>
      )}
      {!page.scannerReady && (
        <NotificationBanner kind="info" title="このポータルには、ウイルスの検査の設定がありません">
          <p>添付された書類は「未検査」として、提出先にもそのことが伝わります。</p>
        </NotificationBanner>
      )}
    </>
  );
}
