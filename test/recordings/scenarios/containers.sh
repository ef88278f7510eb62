docker run hello-world

docker run --rm alpine:3.20 echo "hello from alpine"

docker run -d --name web -p 8080:80 nginx:alpine

docker ps

docker container ls

docker run -d --name cache redis

docker run alpine:3.20 sh -c "exit 3"

docker run -d --name pinger alpine:3.20 sh -c 'for i in 1 2 3; do echo "tick $i"; done; sleep 300'

docker ps -a

docker ps -q

docker ps --filter status=exited

docker ps --format "table {{.Names}}\t{{.Image}}\t{{.Status}}"

docker ps --no-trunc

docker port web

docker logs pinger

docker logs -t pinger

docker logs web

curl -s localhost:8080

curl -sI localhost:8080

docker exec web nginx -v

docker exec web ls -la /etc/nginx

docker exec web env

docker exec cache redis-cli ping

docker exec web hostname

docker top cache

docker stats --no-stream

docker inspect web

docker inspect --format '{{json .State}}' web

docker inspect --format '{{.State.Status}} {{.State.ExitCode}}' web

docker inspect --format '{{.NetworkSettings.Networks.bridge.IPAddress}}' web

docker inspect -f '{{range .Mounts}}{{.Name}}{{end}}' cache

docker exec web sh -c 'echo hi > /hello.txt; rm -f /etc/motd'

docker diff web

docker cp web:/hello.txt . && cat hello.txt

docker pause web

docker ps

docker unpause web

docker stop -t 0 web

docker ps -a --filter name=web

docker start web

docker restart -t 0 web

docker rename web www

docker rm www

docker rm -f www

docker rm pinger

docker run -d --name web -p 8080:80 nginx:alpine

docker run -d --name web nginx:alpine

docker run -d -p 8080:80 nginx:alpine

docker run --rm alpine:3.20 nosuchcommand

docker exec web nosuchcommand

docker logs nosuch

docker start nosuch

docker stop nosuch

docker inspect nosuch

docker run nosuchimage

docker commit web saved:1

docker kill web

docker wait web

docker container prune -f

docker ps -a

docker rm -f $(docker ps -aq)

docker system df

docker version

docker info

docker --version

docker system prune -f
