// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** Format of a file access log (Istio reference: EnvoyFileAccessLogProvider.LogFormat). */
@AutoValue
public abstract class FileLogFormat {
  FileLogFormat() {}

  /** Text or JSON. Absent: no format is written, Envoy's own counts. */
  public abstract Optional<FileLogFormatKind> logFormat();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_FileLogFormat.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link FileLogFormat}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link FileLogFormat#logFormat()}. */
    public abstract Builder logFormat(FileLogFormatKind logFormat);

    /** See {@link FileLogFormat#logFormat()}; empty clears it. */
    public abstract Builder logFormat(Optional<FileLogFormatKind> logFormat);

    /** Builds the value. */
    public abstract FileLogFormat build();
  }
}
