import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

/** これより小さい部品は、他の部品にまとめる。細かな部品を何十も取り寄せると、名乗りの分だけ遅い。 */
const MIN_CHUNK_BYTES = 5000;

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig)],
  build: {
    target: "es2022",
    sourcemap: false,
    rollupOptions: {
      // 純粋な決まり（app/domain）は、読み込むだけでは何も起こさない。使わない物を画面に送らない。
      treeshake: { moduleSideEffects: (id) => !/\/app\/domain\/|\/node_modules\/zod\//u.test(id) },
      output: { experimentalMinChunkSize: MIN_CHUNK_BYTES },
    },
  },
  server: { middlewareMode: true },
  ssr: { external: ["temporal-polyfill"] },
});
