import { useEffect } from "react";
import { sectionOf } from "#app/domain/plan/sections.ts";
import { useLogoutGuard } from "#app/ui/form/autosave/logout-guard.ts";
import { type Unsaved, useUnsavedEntries } from "#app/ui/form/autosave/unsaved-entries.ts";
import { NotificationBanner } from "#app/ui/primitives/NotificationBanner.tsx";
import { type Place, sectionPath } from "./paths.ts";

/** 端末に残った入力を先に送り、済んだら画面を新しくする。 */
export function useUnsavedFirst(
  place: Place,
  accountId: string,
): { readonly unsaved: Unsaved; readonly look: () => Promise<Unsaved> } {
  useLogoutGuard(accountId);
  const { unsaved, look } = useUnsavedEntries({ accountId, ...place }, draftUrlOf(place));
  useEffect(() => {
    if (unsaved.kind !== "sent") return;
    const url = new URL(window.location.href);
    url.searchParams.set("kept", "saved");
    window.location.replace(url);
  }, [unsaved.kind]);
  return { unsaved, look };
}

const draftUrls = new Map<string, (section: string) => string>();
/** 同じ申請には同じ関数を返し、描き直しのたびに調べ直さない。 */
function draftUrlOf(place: Place): (section: string) => string {
  const key = `${place.companyKey}/${place.applicationId}`;
  const known = draftUrls.get(key) ?? ((section: string): string => `${sectionPath(place, section)}/draft`);
  draftUrls.set(key, known);
  return known;
}

export function UnsavedNotice({
  unsaved,
  place,
  kept,
}: {
  readonly unsaved: Unsaved;
  readonly place: Place;
  /** 送り終えて開き直した画面か。 */
  readonly kept: boolean;
}) {
  switch (unsaved.kind) {
    case "none":
      return kept ? (
        <NotificationBanner kind="info" title="端末に残っていた入力を保存しました" announce>
          <p>その入力を含めた内容です。もう一度確かめてください。</p>
        </NotificationBanner>
      ) : null;
    case "sending":
    case "sent":
      return (
        <NotificationBanner kind="info" title="端末に残っている入力を保存しています" announce>
          <p>保存が済むまで、申請はできません。</p>
        </NotificationBanner>
      );
    case "stuck":
      return (
        <NotificationBanner
          kind="warning"
          title="まだ保存できていない入力が、この端末に残っています"
          announce
        >
          <p>次の区画を開いて、入力を確かめてください。保存が済むまで、申請はできません。</p>
          <ul className="mt-2 list-disc pl-6">
            {unsaved.sections.map((section) => (
              <li key={section}>
                <a className="link" href={sectionPath(place, section)}>
                  {sectionOf(section)?.title ?? section}
                </a>
              </li>
            ))}
          </ul>
        </NotificationBanner>
      );
  }
}
