import { block, type Recipe } from '../recipe.ts';

/** The image that says hello: one program of a few hundred bytes and nothing else. */
export function helloWorld(): Recipe {
  const text = 'FROM scratch\nCOPY --chmod=755 hello /\nCMD ["/hello"]\n';
  return block({
    reference: 'tutor/hello:1',
    build: { kind: 'dockerfile', text },
    files: { hello: writer(greeting) },
    megabytes: 1,
  });
}

/** What a first tutorial shows, line by line, and compares. */
const greeting = `
Hello from Docker!
This message shows that your installation appears to be working correctly.

To generate this message, Docker took the following steps:
 1. The Docker client contacted the Docker daemon.
 2. The Docker daemon pulled the "hello-world" image from the Docker Hub.
    (${process.arch === 'arm64' ? 'arm64v8' : 'amd64'})
 3. The Docker daemon created a new container from that image which runs the
    executable that produces the output you are reading right now.
 4. The Docker daemon streamed that output to the Docker client, which sent it
    to your terminal.

To try something more ambitious, you can run an Ubuntu container with:
 $ docker run -it ubuntu bash

Share images, automate workflows, and more with a free Docker ID:
 https://hub.docker.com/

For more examples and ideas, visit:
 https://docs.docker.com/get-started/

`;

const loadAddress = 0x400000;
const headerSize = 64 + 56;

/**
 * A Linux program that writes a text and ends: an ELF file of one segment (ELF-64 object file format, chapters "ELF
 * header" and "Program header"), so that no compiler is needed for it.
 */
function writer(said: string): Uint8Array {
  const words = Buffer.from(said, 'utf8');
  const code = process.arch === 'arm64' ? codeForArm64(words.length) : codeForX64(words.length);
  const size = headerSize + code.length + words.length;
  const header = Buffer.alloc(headerSize);
  header.write('\x7fELF', 0, 'latin1');
  header.set([2, 1, 1], 4);
  header.writeUInt16LE(2, 16);
  header.writeUInt16LE(process.arch === 'arm64' ? 183 : 62, 18);
  header.writeUInt32LE(1, 20);
  header.writeBigUInt64LE(BigInt(loadAddress + headerSize), 24);
  header.writeBigUInt64LE(64n, 32);
  header.writeUInt16LE(64, 52);
  header.writeUInt16LE(56, 54);
  header.writeUInt16LE(1, 56);
  header.writeUInt32LE(1, 64);
  header.writeUInt32LE(5, 68);
  header.writeBigUInt64LE(BigInt(loadAddress), 80);
  header.writeBigUInt64LE(BigInt(loadAddress), 88);
  header.writeBigUInt64LE(BigInt(size), 96);
  header.writeBigUInt64LE(BigInt(size), 104);
  header.writeBigUInt64LE(0x1000n, 112);
  return Buffer.concat([header, code, words]);
}

/** write(1, text, length); exit(0). The text follows the code. */
function codeForX64(length: number): Buffer {
  const code = Buffer.from([
    ...[0xb8, 1, 0, 0, 0, 0xbf, 1, 0, 0, 0], // mov eax, 1; mov edi, 1
    ...[0x48, 0x8d, 0x35, 0, 0, 0, 0, 0xba, 0, 0, 0, 0], // lea rsi, [rip + text]; mov edx, length
    ...[0x0f, 0x05, 0xb8, 60, 0, 0, 0, 0x31, 0xff, 0x0f, 0x05], // syscall; mov eax, 60; xor edi, edi; syscall
  ]);
  code.writeInt32LE(code.length - 17, 13);
  code.writeUInt32LE(length, 18);
  return code;
}

function codeForArm64(length: number): Buffer {
  const move = (register: number, value: number) => 0xd2800000 | (value << 5) | register;
  const call = 0xd4000001;
  // The second instruction takes the address of what follows the eight: seven instructions further.
  const address = 0x10000000 | (7 << 5) | 1;
  const words = [move(0, 1), address, move(2, length), move(8, 64), call, move(0, 0), move(8, 93), call];
  const code = Buffer.alloc(words.length * 4);
  for (const [index, word] of words.entries()) code.writeUInt32LE(word >>> 0, index * 4);
  return code;
}
