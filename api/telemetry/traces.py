"""Sends spans to a collector (OpenTelemetry, OTLP over HTTP). Nothing is sent unless the setting names one."""

from opentelemetry import trace


def export(endpoint: str, version: str) -> None:
    """Once, at the start. `endpoint`: the address for traces, as in http://collector:4318/v1/traces."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    resource = Resource.create({"service.name": "ondernemersloket", "service.version": version})
    provider = TracerProvider(resource=resource)  # ends with the process, what waits is sent then
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint)))
    trace.set_tracer_provider(provider)


def flush() -> None:
    """Sends what waits. At the end: the process leaves without the usual tidying up."""
    provider = trace.get_tracer_provider()
    if (force := getattr(provider, "force_flush", None)) is not None:
        force(timeout_millis=2000)
