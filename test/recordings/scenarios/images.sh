docker pull hello-world

docker pull alpine:3.14

docker pull alpine:3.20

docker pull nginx:alpine

docker pull nginx

docker pull redis

docker images

docker image ls

docker image ls nginx

docker images --filter reference=alpine

docker images --digests alpine

docker images -q

docker images --no-trunc nginx

docker images --format "table {{.Repository}}\t{{.Tag}}\t{{.Size}}"

docker tag nginx:alpine myrepo/web:1.0

docker image ls myrepo/web

docker image inspect nginx:alpine

docker image inspect --format '{{.Id}}' alpine:3.20

docker image inspect --format '{{index .RepoDigests 0}}' alpine:3.20

docker image inspect --format '{{json .Config}}' nginx:alpine

docker history nginx:alpine

docker image save -o alpine.tar alpine:3.20 && ls -l alpine.tar

ls -lh alpine.tar

tar -tf alpine.tar

docker rmi myrepo/web:1.0

docker rmi alpine:3.20

docker load -i alpine.tar

docker image rm nothing-there

docker pull nothing-there:1

docker image prune

docker rmi redis nginx
