// A shell for DuckDB that understands as much as the others do: `node duckdb.mjs <node-api> <database> < script`.
// One statement a line; `.output <file>` says where answers go; every select is timed, its answer read included.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [api, database] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(import.meta.url)(api);
const connection = await (await DuckDBInstance.create(database)).connect();

let output = "/dev/null";
for (const line of readFileSync(0, "utf8").split("\n").filter((line) => line.trim() !== "")) {
  if (line.startsWith(".output ")) {
    output = line.slice(".output ".length);
  } else if (line.startsWith("select ")) {
    const before = performance.now();
    const rows = (await connection.runAndReadAll(line)).getRows();
    console.log(`Time: ${performance.now() - before} ms`);
    writeFileSync(output, rows.map((row) => row.join(",")).join("\n"));
  } else {
    await connection.run(line);
  }
}
