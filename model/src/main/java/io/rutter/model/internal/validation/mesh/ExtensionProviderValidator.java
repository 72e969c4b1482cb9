// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.mesh;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.FormatRules;
import io.rutter.model.internal.validation.HeaderNameRules;
import io.rutter.model.internal.validation.HeaderValueRules;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.mesh.provider.DatadogProvider;
import io.rutter.model.mesh.provider.DynatraceApi;
import io.rutter.model.mesh.provider.DynatraceSampler;
import io.rutter.model.mesh.provider.ExtAuthzGrpcProvider;
import io.rutter.model.mesh.provider.ExtAuthzHttpProvider;
import io.rutter.model.mesh.provider.ExtensionProvider;
import io.rutter.model.mesh.provider.FileAccessLogProvider;
import io.rutter.model.mesh.provider.FileLogFormat;
import io.rutter.model.mesh.provider.FileLogFormatKind;
import io.rutter.model.mesh.provider.HttpGrpcAccessLogProvider;
import io.rutter.model.mesh.provider.OpenTelemetryAccessLogProvider;
import io.rutter.model.mesh.provider.OpenTelemetryProvider;
import io.rutter.model.mesh.provider.OpenTelemetrySampling;
import io.rutter.model.mesh.provider.ProviderHeader;
import io.rutter.model.mesh.provider.ProviderHeaderValue;
import io.rutter.model.mesh.provider.ProviderHttpService;
import io.rutter.model.mesh.provider.ProviderKind;
import io.rutter.model.mesh.provider.SdsProvider;
import io.rutter.model.mesh.provider.SkywalkingProvider;
import io.rutter.model.mesh.provider.TcpGrpcAccessLogProvider;
import io.rutter.model.mesh.provider.ZipkinProvider;
import java.util.OptionalInt;

/**
 * Checks the {@link ExtensionProvider} of a mesh. One that is wrong does no harm to the other
 * settings. Istio document: Global Mesh Options, {@code MeshConfig.ExtensionProvider}.
 */
public final class ExtensionProviderValidator {
  private ExtensionProviderValidator() {}

  /** Checks the provider that starts here. */
  public static void validate(ExtensionProvider provider, Findings at) {
    provider.provider().ifPresent(kind -> validate(kind, at));
    if (provider.provider().orElse(null) instanceof ExtAuthzHttpProvider
        || provider.provider().orElse(null) instanceof ExtAuthzGrpcProvider) {
      ExtAuthzProviderValidator.checkName(provider.name(), at.at("name"));
    }
  }

  private static void validate(ProviderKind kind, Findings at) {
    if (kind instanceof ZipkinProvider zipkin) {
      Findings here = at.at("zipkin");
      checkService(zipkin.service(), zipkin.port(), here);
      ValueRules.checkUint32(zipkin.maxTagLength(), here.at("maxTagLength"));
    } else if (kind instanceof DatadogProvider datadog) {
      Findings here = at.at("datadog");
      checkService(datadog.service(), datadog.port(), here);
      ValueRules.checkUint32(datadog.maxTagLength(), here.at("maxTagLength"));
    } else if (kind instanceof SkywalkingProvider skywalking) {
      checkService(skywalking.service(), skywalking.port(), at.at("skywalking"));
    } else if (kind instanceof OpenTelemetryProvider otel) {
      validate(otel, at.at("opentelemetry"));
    } else if (kind instanceof FileAccessLogProvider file) {
      validate(file, at.at("envoyFileAccessLog"));
    } else if (kind instanceof HttpGrpcAccessLogProvider http) {
      checkService(http.service(), http.port(), at.at("envoyHttpAls"));
    } else if (kind instanceof TcpGrpcAccessLogProvider tcp) {
      checkService(tcp.service(), tcp.port(), at.at("envoyTcpAls"));
    } else if (kind instanceof OpenTelemetryAccessLogProvider otel) {
      validate(otel, at.at("envoyOtelAls"));
    } else if (kind instanceof SdsProvider sds) {
      checkService(sds.service(), sds.port(), at.at("sds"));
    } else if (kind instanceof ExtAuthzHttpProvider http) {
      checkService(http.service(), http.port(), at.at("envoyExtAuthzHttp"));
      ExtAuthzProviderValidator.validate(http, at.at("envoyExtAuthzHttp"));
    } else if (kind instanceof ExtAuthzGrpcProvider grpc) {
      checkService(grpc.service(), grpc.port(), at.at("envoyExtAuthzGrpc"));
      ExtAuthzProviderValidator.validate(grpc, at.at("envoyExtAuthzGrpc"));
    }
  }

  private static void checkService(String service, OptionalInt port, Findings at) {
    int slash = service.indexOf('/');
    String host = service.substring(slash + 1);
    if (!(slash < 0 || NameRules.isLabel(service.substring(0, slash)))
        || !(NameRules.isFqdn(host) || NameRules.isIp(host))) {
      at.at("service")
          .invalid("service: \"" + service + "\" (expected: a host, or NAMESPACE/HOST)");
    }
    if (port.isEmpty()) {
      at.at("port").missing("no port (expected: 1 to 65535)");
    }
    ValueRules.checkPort(port, at.at("port"));
  }

  private static void validate(OpenTelemetryProvider provider, Findings at) {
    checkService(provider.service(), provider.port(), at);
    ValueRules.checkUint32(provider.maxTagLength(), at.at("maxTagLength"));
    if (provider.http().isPresent() && provider.grpc().isPresent()) {
      at.conflicting("http beside grpc (expected: one of them)");
    }
    provider.http().ifPresent(http -> validate(http, at.at("http")));
    provider
        .grpc()
        .ifPresent(
            grpc -> {
              Findings here = at.at("grpc");
              grpc.timeout().ifPresent(t -> ValueRules.checkDuration(t, here.at("timeout")));
              validate(grpc.initialMetadata(), here.at("initialMetadata"));
            });
    if (provider.sampling().orElse(null) instanceof OpenTelemetrySampling.Dynatrace dynatrace) {
      validate(dynatrace.value(), at.at("dynatraceSampler"));
    }
  }

  private static void validate(DynatraceSampler sampler, Findings at) {
    ValueRules.checkUint32(sampler.rootSpansPerMinute(), at.at("rootSpansPerMinute"));
    sampler.httpService().ifPresent(api -> validate(api, at.at("httpService")));
  }

  private static void validate(DynatraceApi api, Findings at) {
    checkService(api.service(), api.port(), at);
    validate(api.http(), at.at("http"));
  }

  private static void validate(ProviderHttpService http, Findings at) {
    http.timeout().ifPresent(timeout -> ValueRules.checkDuration(timeout, at.at("timeout")));
    validate(http.headers(), at.at("headers"));
  }

  private static void validate(ImmutableList<ProviderHeader> headers, Findings at) {
    for (int i = 0; i < headers.size(); i++) {
      ProviderHeader header = headers.get(i);
      if (!HeaderNameRules.isName(header.name())) {
        at.at(i)
            .at("name")
            .invalid(
                "header name: \"" + header.name() + "\" (expected: letters, digits and hyphens)");
      }
      if (header.headerValue().orElse(null) instanceof ProviderHeaderValue.Literal literal) {
        HeaderValueRules.check(literal.value(), at.at(i).at("value"));
      }
    }
  }

  private static void validate(FileAccessLogProvider provider, Findings at) {
    provider.path().ifPresent(path -> AccessLogFileRules.check(path, at.at("path")));
    FileLogFormatKind format = provider.logFormat().flatMap(FileLogFormat::logFormat).orElse(null);
    if (format instanceof FileLogFormatKind.Text text) {
      FormatRules.check(text.value(), at.at("logFormat").at("text"));
    } else if (format instanceof FileLogFormatKind.Labels labels) {
      FormatRules.check(labels.value(), at.at("logFormat").at("labels"));
    }
  }

  private static void validate(OpenTelemetryAccessLogProvider provider, Findings at) {
    checkService(provider.service(), provider.port(), at);
    provider
        .logFormat()
        .ifPresent(
            format -> {
              Findings here = at.at("logFormat");
              format.text().ifPresent(text -> FormatRules.check(text, here.at("text")));
              FormatRules.check(format.labels(), here.at("labels"));
            });
  }
}
