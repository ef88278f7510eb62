docker run -d -p 5000:5000 --name registry registry:2

docker pull alpine:3.20

docker tag alpine:3.20 localhost:5000/alpine:3.20

docker push localhost:5000/alpine:3.20

docker push localhost:5000/alpine:3.20

docker image push localhost:5000/alpine:nosuch

printf 'FROM alpine:3.20\nLABEL maintainer="user@example.com"\nRUN echo hello > /greeting\nCMD ["cat", "/greeting"]\n' > Dockerfile && DOCKER_BUILDKIT=1 docker build -q -t localhost:5000/greeter . > /dev/null && docker push localhost:5000/greeter

docker tag localhost:5000/greeter localhost:5000/greeter:1.0 && docker push -a localhost:5000/greeter

docker images localhost:5000/greeter

docker image rm localhost:5000/greeter:1.0

docker image rm localhost:5000/greeter

docker pull localhost:5000/greeter

docker run --rm localhost:5000/greeter

docker pull localhost:5000/greeter:nosuch

curl -s localhost:5000/v2/_catalog

docker image inspect localhost:5000/greeter

docker image inspect --format '{{json .RepoTags}}' localhost:5000/greeter

docker image inspect --format '{{.Os}}/{{.Architecture}}' localhost:5000/greeter

docker history localhost:5000/greeter

docker history --no-trunc localhost:5000/greeter

docker search nginx

docker search --limit 3 --filter is-official=true nginx

docker push team/nosuch

docker info

docker version

docker system df

docker system df -v

docker rm -f registry

docker image prune -f

docker image prune -a -f

docker builder prune -a -f

docker volume prune -f

docker system prune -a -f

docker system df
