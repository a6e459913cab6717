//! A browser without a window, driven as WebDriver describes: JSON over HTTP.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

pub(crate) const BROWSER: &str = "/usr/bin/chromium";
const DRIVER: &str = "/usr/bin/chromedriver";
/// It is alone, asks nobody for anything, and keeps nothing.
pub(crate) const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// How large a page is looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Size {
    Phone,
    Screen,
}

/// A browser; closed when it is dropped.
pub(crate) struct Browser {
    driver: Child,
    /// Held open: it would stop where it cannot speak.
    _said: BufReader<ChildStdout>,
    port: u16,
    session: String,
    profile: TempDir,
}

/// Whether there is one; says so where there is none.
pub(crate) fn installed() -> bool {
    let there = [BROWSER, DRIVER].iter().all(|program| Path::new(program).exists());
    if !there {
        let _ = writeln!(std::io::stderr(), "skipped: {BROWSER} and {DRIVER} are not installed");
    }
    there
}

impl Browser {
    pub(crate) fn open(size: Size) -> Browser {
        let mut driver = Command::new(DRIVER);
        driver.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null());
        let mut driver = driver.spawn().unwrap();
        // "… started successfully on port 12345."
        let mut said = BufReader::new(driver.stdout.take().unwrap());
        let port = said.by_ref().lines().find_map(|line| {
            let line = line.unwrap();
            let (_, port) = line.split_once("successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        let profile = tempfile::tempdir().unwrap();
        let (port, session) = (port.unwrap(), String::new());
        let mut browser = Browser { driver, _said: said, port, session, profile };
        let wanted = browser.wanted(size);
        let begun = browser.call("POST", "/session", &wanted);
        browser.session = begun["sessionId"].as_str().unwrap().to_owned();
        browser
    }

    fn wanted(&self, size: Size) -> Value {
        let mut flags = FLAGS.map(str::to_owned).to_vec();
        flags.push(format!("--user-data-dir={}", self.profile.path().display()));
        flags.push("--window-size=1366,768".to_owned());
        let mut options = json!({"binary": BROWSER, "args": flags});
        if matches!(size, Size::Phone) {
            let metrics = json!({"width": 360, "height": 740, "pixelRatio": 2, "mobile": true, "touch": true});
            options["mobileEmulation"] = json!({ "deviceMetrics": metrics });
        }
        let all = json!({"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}});
        json!({"capabilities": {"alwaysMatch": all}})
    }

    pub(crate) fn go_to(&self, file: &Path) {
        self.ask("/url", &json!({"url": format!("file://{}", file.display())}));
    }

    /// What a script returns.
    pub(crate) fn run(&self, script: &str) -> Value {
        self.ask("/execute/sync", &json!({"script": script, "args": []}))
    }

    /// Presses a key.
    pub(crate) fn press(&self, key: char) {
        let presses =
            [json!({"type": "keyDown", "value": key}), json!({"type": "keyUp", "value": key})];
        self.ask(
            "/actions",
            &json!({"actions": [{"type": "key", "id": "keys", "actions": presses}]}),
        );
    }

    /// Shows the page as it is printed.
    pub(crate) fn as_on_paper(&self) {
        let print = json!({"cmd": "Emulation.setEmulatedMedia", "params": {"media": "print"}});
        self.ask("/goog/cdp/execute", &print);
    }

    /// What stands on its console.
    pub(crate) fn told(&self) -> Vec<String> {
        let log = self.ask("/se/log", &json!({"type": "browser"}));
        log.as_array().unwrap().iter().map(Value::to_string).collect()
    }

    fn ask(&self, path: &str, body: &Value) -> Value {
        self.call("POST", &format!("/session/{}{path}", self.session), body)
    }

    fn call(&self, method: &str, path: &str, body: &Value) -> Value {
        let answer = self.exchange(method, path, body).unwrap();
        assert!(answer["value"].get("error").is_none(), "{path}: {answer}");
        answer["value"].clone()
    }

    fn exchange(&self, method: &str, path: &str, body: &Value) -> io::Result<Value> {
        let body = body.to_string();
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(120)))?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )?;
        let mut answer = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut line = String::new();
            answer.read_line(&mut line)?;
            if line.trim().is_empty() {
                break;
            }
            let (name, value) = line.split_once(':').unwrap_or_default();
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse().unwrap_or(0);
            }
        }
        let mut bytes = vec![0; length];
        answer.read_exact(&mut bytes)?;
        Ok(serde_json::from_slice(&bytes)?)
    }
}

impl Drop for Browser {
    /// Also after a test that failed: the browser would outlive its driver.
    fn drop(&mut self) {
        let _ = self.exchange("DELETE", &format!("/session/{}", self.session), &json!({}));
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
