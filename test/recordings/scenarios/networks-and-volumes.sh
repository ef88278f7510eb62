docker network ls

docker network create mynet

docker network ls

docker network inspect bridge

docker network inspect mynet

docker network create --subnet 172.30.0.0/16 fixed

docker network inspect fixed

docker run -d --name web --network mynet nginx:alpine

docker run --rm --network mynet alpine:3.20 ping -c 3 web

docker run --rm --network mynet alpine:3.20 nslookup web

docker run --rm alpine:3.20 ip addr

docker run --rm alpine:3.20 hostname -i

docker run --rm alpine:3.20 cat /etc/hosts

docker network inspect mynet

docker network inspect mynet --format '{{range .Containers}}{{.Name}} {{.IPv4Address}}{{end}}'

docker network rm mynet

docker network disconnect mynet web

docker network rm mynet fixed

docker network rm nosuch

docker volume create my-vol

docker volume create

docker volume ls

docker volume ls -q

docker volume inspect my-vol

docker run --rm -v my-vol:/data alpine:3.20 sh -c 'echo kept > /data/file; ls -l /data'

docker run --rm -v my-vol:/data alpine:3.20 cat /data/file

docker run -d --name static -P nginx:alpine

docker port static

docker ps --filter name=static

docker volume rm my-vol

docker volume rm nosuch

docker volume prune -f

docker network prune -f

docker run --rm alpine:3.20 df -h /

docker run --rm alpine:3.20 free -m

docker run --rm alpine:3.20 ps aux

docker run --rm alpine:3.20 uname -a

docker run --rm alpine:3.20 date

docker run --rm alpine:3.20 cat /etc/os-release

docker run --rm alpine:3.20 ls -l /

docker run --rm alpine:3.20 id

docker run --rm alpine:3.20 mount

docker rm -f web static
