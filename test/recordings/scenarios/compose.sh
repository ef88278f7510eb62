mkdir -p comp && cd comp && printf 'services:\n  web:\n    image: nginx:alpine\n    ports:\n      - "8088:80"\n  redis:\n    image: redis\n' > compose.yaml && cat compose.yaml

docker compose pull

docker compose up -d

docker compose ps

docker compose ps -a

docker compose images

docker compose top

docker compose logs redis

docker compose exec web nginx -v

docker compose port web 80

docker compose stop redis

docker compose ps -a

docker compose start redis

docker compose restart -t 0 web

docker compose config

docker compose up -d

docker compose down -t 0

docker compose ls

cd .. && docker compose up -d
