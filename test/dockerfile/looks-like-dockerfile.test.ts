import { expect, test } from 'vitest';
import { looksLikeDockerfile } from '../../runner/dockerfile/index.ts';

test.each([
  ['FROM ubuntu:20.04\nRUN apt-get update\nCMD ["bash"]', 'complete'],
  ['# my image\nARG V=1\nFROM node:$V\nCOPY . .\n', 'complete'],
  ['FROM golang AS build\nRUN go build\nFROM scratch\nCOPY --from=build /a /a', 'complete'],
  ['RUN apt-get update && \\\n  apt-get install -y curl', 'fragment'],
  ['COPY . .', 'fragment'],
  ['FROM <이미지>[:<태그>] [AS <이름>]', 'synopsis'],
  ['EXPOSE <port> [<port>/<protocol>...]', 'synopsis'],
  ['RUN ["executable", "param1", "param2"]', 'synopsis'],
  ['CMD ["node", "a.js"]\nCMD node a.js', 'alternatives'],
  ['FROM ubuntu:20.04\n\nFROM alpine', 'alternatives'],
  ['FROM ubuntu:20.04\n# or\nFROM alpine\n# or\nFROM node AS build', 'alternatives'],
  ['ENV A=test # [name]=[value]', 'fragment'],
  ['docker build -t app .', 'none'],
  ['from now on\nrun it', 'none'],
  ['services:\n  web:\n    image: nginx', 'none'],
  ['', 'none'],
  ['$ cat Dockerfile\nFROM ubuntu\n$ ls\nfile', 'none'],
])('%j is %s', (text, form) => {
  expect(looksLikeDockerfile(text)).toMatchObject({ form });
});
