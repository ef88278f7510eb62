import type { FaultForm } from './read-faults.ts';

/** How dockerd 17 to 29 tells that a name or port is taken, or that a thing is used. */
export const clashFaults: readonly FaultForm[] = [
  {
    kind: 'taken',
    of: 'docker',
    phrases: [
      '…The container name <container> is already in use by container <holder>',
      '…Bind for <server> failed: port is already allocated',
      '…port is already allocated',
      '…failed to bind host port {for |}<server>',
      '…listen tcp{4|6|} <server>: bind: address already in use',
      '…listen tcp{4|6|} :<port>: bind: address already in use',
      '…network with name <network> already exists',
      '…service <service> already exists',
      '…{rpc error: …|}name conflicts with an existing object',
      '…Pool overlaps with other one on this address space',
    ],
  },
  {
    kind: 'in-use',
    of: 'docker',
    phrases: [
      '…remove <volume>: volume is in use - [<holder>',
      '…cannot remove container <container>: container is running',
      '…You cannot remove a running container <container>. ',
      '…network <network> {id <id> |}has active endpoints{ (name:<holder>|}',
      '…{unable to delete|conflict: unable to {delete|remove repository reference}} <image> {(…) |}- image is …by {running |stopped |}container <holder>',
      '…{unable to delete|conflict: unable to {delete|remove repository reference}} <image> {(…) |}- container <holder> is using',
      '…{unable to delete|conflict: unable to {delete|remove repository reference}} <image> ',
      '…volume is in use',
    ],
  },
];
