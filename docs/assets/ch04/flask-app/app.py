import getpass

from flask import Flask, jsonify

app = Flask(__name__)
app.json.ensure_ascii = False


@app.get("/")
def index():
    return f"Flask 서버입니다. 실행한 사용자는 {getpass.getuser()}입니다.\n"


@app.get("/health")
def health():
    return jsonify(status="ok")
