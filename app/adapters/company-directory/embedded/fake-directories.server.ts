/**
 * 模擬の法人インフォメーションと国税庁の口。設定が無いときと試験で使う。
 * 知られた癖（末尾の / は 500、載っていない番号は 404、"Null" の文字）と、相手の不調を真似る。
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { DirectoryMode } from "./directory-modes.ts";
import { demoCompanies, type RegistryRecord } from "./demo-companies.ts";

export type FakeDirectoriesOptions = {
  readonly token: string;
  readonly applicationId: string;
  /** 尋ねられるたびに見る。 */
  readonly mode: () => DirectoryMode;
  readonly records?: readonly RegistryRecord[];
  /** slow のときに黙っている時間（ミリ秒）。 */
  readonly silenceMs?: number;
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** @returns /hojin/v2/hojin と /nta/4 に答える物 */
export function createFakeDirectories(options: FakeDirectoriesOptions): Handler {
  const records = options.records ?? demoCompanies;
  return (request, response) => {
    const url = new URL(request.url ?? "/", "http://directory.invalid");
    const answer = () => {
      if (url.pathname.startsWith("/nta/4/")) answerNta(url, response, records, options);
      else answerHojin(request, url, response, records, options);
    };
    misbehave(options, response, answer);
  };
}

function misbehave(options: FakeDirectoriesOptions, response: ServerResponse, answer: () => void): void {
  const mode = options.mode();
  switch (mode) {
    case "normal":
    case "oldShape":
    case "otherCompany":
      answer();
      return;
    case "slow":
      setTimeout(answer, options.silenceMs ?? 20_000).unref();
      return;
    case "unauthorised":
      json(response, 401, { id: null, message: "401 - Unauthorized", errors: [] });
      return;
    case "forbidden":
      json(response, 403, { id: null, message: "403 - Forbidden" });
      return;
    case "limited":
      response.setHeader("Retry-After", "120");
      json(response, 429, { id: null, message: "429 - Too Many Requests" });
      return;
    case "faulty":
      json(response, 500, { id: null, message: "500 - Internal Server Error" });
      return;
    case "truncated":
      response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "5000" });
      response.write('{"id":null,"errors":null,"hojin-infos":[{"corporate_nu');
      setTimeout(() => response.destroy(), 20).unref();
      return;
    case "gzipBomb":
      response.writeHead(200, { "Content-Type": "application/json", "Content-Encoding": "gzip" });
      bomb ??= gzipSync(Buffer.alloc(16 * 1024 * 1024));
      response.end(bomb);
      return;
    case "html":
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
      response.end("<!doctype html><title>メンテナンス中</title>");
      return;
    case "redirect":
      response.writeHead(302, { Location: "http://127.0.0.1:9/latest/meta-data" });
      response.end();
      return;
    case "hangUp":
      response.destroy();
      return;
  }
}

/** 小さく縮み、開くと大きい。 */
let bomb: Uint8Array | undefined;

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
};

function answerHojin(
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
  records: readonly RegistryRecord[],
  options: FakeDirectoriesOptions,
): void {
  const [, number] = /^\/hojin\/v2\/hojin(?:\/(\d*))?$/u.exec(url.pathname) ?? [];
  if (url.pathname.endsWith("/"))
    return json(response, 500, { id: null, message: "500 - Internal Server Error" });
  if (request.headers["x-hojininfo-api-token"] !== options.token)
    return json(response, 401, { id: null, message: "401 - Unauthorized", errors: [] });
  const name = url.searchParams.get("name");
  const prefecture = url.searchParams.get("prefecture");
  const found =
    number === undefined
      ? records.filter(
          (one) => name !== null && one.name.includes(name) && inPrefecture(one.location ?? "", prefecture),
        )
      : records.filter((one) => options.mode() === "otherCompany" || one.corporate_number === number);
  if (found.length === 0) return json(response, 404, { id: null, message: "404 - Not Found.", errors: [] });
  json(response, 200, {
    id: number ?? null,
    errors: null,
    message: "200 - OK.",
    "hojin-infos": options.mode() === "oldShape" ? found.map(asFirstVersion) : found,
  });
}

/** v1 の形: 役職が別の欄で、空の欄は無い。 */
function asFirstVersion({ representative_name, ...rest }: RegistryRecord): object {
  const [position, ...name] = representative_name?.split("　") ?? [];
  const kept = Object.entries(rest).filter(([, value]) => value !== null && value !== "Null");
  return {
    ...Object.fromEntries(kept),
    ...(position === undefined
      ? {}
      : { representative_position: position, representative_name: name.join("　") }),
  };
}

const inPrefecture = (location: string, code: string | null): boolean =>
  code === null || location.startsWith(PREFECTURES[code] ?? "?");
const PREFECTURES: Readonly<Record<string, string>> = {
  "04": "宮城県",
  "15": "新潟県",
  "27": "大阪府",
  "28": "兵庫県",
};

function answerNta(
  url: URL,
  response: ServerResponse,
  records: readonly RegistryRecord[],
  options: FakeDirectoriesOptions,
): void {
  if (url.searchParams.get("id") !== options.applicationId) {
    response.writeHead(404).end();
    return;
  }
  const name = url.searchParams.get("name");
  const number = url.searchParams.get("number");
  const found = records.filter((one) =>
    name === null
      ? options.mode() === "otherCompany" || one.corporate_number === number
      : one.name.includes(name),
  );
  response.writeHead(200, { "Content-Type": "text/csv; charset=utf-8" });
  response.end([["2026-11-20", String(found.length), "1", "1"], ...found.map(ntaRow)].map(csvLine).join(""));
}

const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`;

function ntaRow(one: RegistryRecord, index: number): readonly string[] {
  const [code = "", prefecture = ""] =
    Object.entries(PREFECTURES).find(([, name]) => one.location?.startsWith(name) === true) ?? [];
  const cells = Array.from({ length: 30 }, () => "");
  const rest = (one.location ?? "").slice(prefecture.length);
  const city = /^(?:[^市]+市[^区]+区|[^市]+市)/u.exec(rest)?.[0] ?? "";
  const values: Readonly<Record<number, string>> = {
    0: String(index + 1),
    1: one.corporate_number,
    2: "01",
    3: "0",
    4: one.update_date.slice(0, 10),
    6: one.name,
    8: one.kind,
    9: prefecture,
    10: city,
    11: rest.slice(city.length),
    13: code,
    15: one.postal_code ?? "",
    18: one.close_date ?? "",
    19: one.close_date === null ? "" : (one.close_cause ?? ""),
    23: "1",
    28: one.kana ?? "",
    29: "0",
  };
  return cells.map((cell, column) => values[column] ?? cell);
}
