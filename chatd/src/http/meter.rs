//! Counts and times of requests, by method, route and status. Looking a metric up costs more than counting, so each
//! combination is looked up once.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};
use std::time::Duration;

use http::{Method, StatusCode};
use metrics::{Counter, Histogram, counter, histogram};

/// `chatd_http_requests_total` and `chatd_http_request_seconds`.
#[derive(Default)]
pub struct Meter {
    /// By route: few of them, as methods and statuses are, and none chosen freely by clients.
    known: RwLock<HashMap<String, OfRoute>>,
}

/// By method and status.
type OfRoute = HashMap<(&'static str, u16), Instruments>;

#[derive(Clone)]
struct Instruments {
    requests: Counter,
    seconds: Histogram,
}

impl Meter {
    /// Counts one request.
    pub fn count(&self, method: &Method, route: &str, status: StatusCode, took: Duration) {
        let instruments = self.instruments(name(method), route, status.as_u16());
        instruments.requests.increment(1);
        instruments.seconds.record(took.as_secs_f64());
    }

    fn instruments(&self, method: &'static str, route: &str, status: u16) -> Instruments {
        {
            let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
            if let Some(instruments) = known.get(route).and_then(|of_route| of_route.get(&(method, status))) {
                return instruments.clone();
            }
        }
        let labels = [("method", method.to_owned()), ("route", route.to_owned()), ("status", status.to_string())];
        let made = Instruments {
            requests: counter!("chatd_http_requests_total", &labels),
            seconds: histogram!("chatd_http_request_seconds", &labels),
        };
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        known.entry(route.to_owned()).or_default().entry((method, status)).or_insert(made).clone()
    }
}

/// The method's name; one for all that clients may make up.
fn name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        Method::PATCH => "PATCH",
        _ => "OTHER",
    }
}
