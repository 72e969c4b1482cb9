// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * Access logs to a file (Istio reference: EnvoyFileAccessLogProvider). The provider named {@code
 * envoy} without format follows the access log fields of the mesh.
 */
@AutoValue
public abstract non-sealed class FileAccessLogProvider implements ProviderKind {
  FileAccessLogProvider() {}

  /** File path. Absent: {@code /dev/stdout}. */
  public abstract Optional<String> path();

  /** Format of an entry. Absent: the built-in text line. */
  public abstract Optional<FileLogFormat> logFormat();

  /** Whether empty values are left out instead of written as {@code -} or null. Default: false. */
  public abstract boolean omitEmptyValues();

  @Override
  public final Kind kind() {
    return Kind.FILE_ACCESS_LOG;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_FileAccessLogProvider.Builder().omitEmptyValues(false);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link FileAccessLogProvider}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link FileAccessLogProvider#path()}. */
    public abstract Builder path(String path);

    /** See {@link FileAccessLogProvider#path()}; empty clears it. */
    public abstract Builder path(Optional<String> path);

    /** See {@link FileAccessLogProvider#logFormat()}. */
    public abstract Builder logFormat(FileLogFormat logFormat);

    /** See {@link FileAccessLogProvider#logFormat()}; empty clears it. */
    public abstract Builder logFormat(Optional<FileLogFormat> logFormat);

    /** See {@link FileAccessLogProvider#omitEmptyValues()}. */
    public abstract Builder omitEmptyValues(boolean omitEmptyValues);

    /** Builds the value. */
    public abstract FileAccessLogProvider build();
  }
}
