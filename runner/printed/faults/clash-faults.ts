import type { FaultForm } from './fault.ts';

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
    examples: `
      docker: Error response from daemon: Conflict. The container name "/web" is already in use by container "0c2ab5". You have to remove (or rename) that container to be able to reuse that name. → container web, held by 0c2ab5
      docker: Error response from daemon: driver failed programming external connectivity on endpoint b (0c): Bind for 0.0.0.0:8080 failed: port is already allocated. → port 8080
      Error response from daemon: driver failed: Error starting userland proxy: listen tcp4 0.0.0.0:80: bind: address already in use → port 80
      listen tcp :8080: bind: address already in use → port 8080
      Error response from daemon: network with name backend already exists → network backend
    `,
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
    examples: `
      Error response from daemon: remove shared: volume is in use - [0c2ab5, 77aa01] → volume shared, held by 0c2ab5
      Error response from daemon: cannot remove container "/web": container is running: stop the container before removing or force remove → container web
      Error response from daemon: You cannot remove a running container 0c2ab5. Stop the container before attempting removal or force remove → container 0c2ab5
      Error response from daemon: error while removing network: network mynet id 0c2ab5a1b2c3 has active endpoints → network mynet
      Error response from daemon: error while removing network: network mynet has active endpoints (name:"web" id:"0c2ab5") → network mynet, held by web
      Error response from daemon: conflict: unable to delete 5e4f3a2b (cannot be forced) - image is being used by running container 0c2ab5 → image 5e4f3a2b, held by 0c2ab5
      Error response from daemon: conflict: unable to remove repository reference "app:1" (must force) - container 0c2ab5 is using its referenced image 5e4f → image app:1, held by 0c2ab5
    `,
  },
];
