package main

import (
	"fmt"
	"log"
	"net/http"
	"runtime"

	"github.com/go-chi/chi/v5"
)

func main() {
	router := chi.NewRouter()
	router.Get("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "Go 서버가 %s에서 응답합니다.\n", runtime.GOOS)
	})
	router.Get("/hello/{name}", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "%s 님, 안녕하세요.\n", chi.URLParam(r, "name"))
	})
	log.Fatal(http.ListenAndServe(":8080", router))
}
