import { applicationPath, type Place } from "./paths.ts";

const words = { true: "同意しています", false: "同意していません", null: "まだ決めていません" } as const;

/** 連携先への提供の同意の様子と、決める画面への入口。 */
export const SharingState = ({ place, given }: { readonly place: Place; readonly given: boolean | null }) => (
  <p className="mt-8">
    ミラサポコネクトなどへの認定の情報の提供：{words[`${given}`]}
    <a className="link ml-2" href={`${applicationPath(place)}/sharing`}>
      提供の同意を見る・変える
    </a>
  </p>
);
