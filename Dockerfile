FROM mcr.microsoft.com/dotnet/sdk:10.0.401 AS build
WORKDIR /source

# The projects alone first, so that packages are only restored again when they change.
COPY src/Directory.Build.props src/Directory.Packages.props src/
COPY src/ScimBridge/ScimBridge.csproj src/ScimBridge/packages.lock.json src/ScimBridge/
COPY src/ScimBridge.HiBobSimulator/ScimBridge.HiBobSimulator.csproj src/ScimBridge.HiBobSimulator/packages.lock.json src/ScimBridge.HiBobSimulator/
COPY src/ScimBridge.Protocol/ScimBridge.Protocol.csproj src/ScimBridge.Protocol/packages.lock.json src/ScimBridge.Protocol/
RUN dotnet restore src/ScimBridge --locked-mode

COPY .editorconfig ./
COPY scim-schemas/ scim-schemas/
COPY src/ src/
RUN dotnet publish src/ScimBridge --configuration Release --no-restore --output /app \
 && mkdir /data

# The full image rather than the chiseled one: comparison keys and country names need ICU.
FROM mcr.microsoft.com/dotnet/aspnet:10.0.12
WORKDIR /app
COPY --from=build /app ./
COPY --from=build --chown=$APP_UID:$APP_UID /data /data

# The root file system may be read-only: nothing is written but below /data, temporary files included, since a read of the
# HR system waits in one. The runtime's diagnostics would put sockets there too.
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false \
    DOTNET_EnableDiagnostics=0 \
    ASPNETCORE_HTTP_PORTS=8080 \
    Storage__ConnectionString="Data Source=/data/scimbridge.db" \
    TMPDIR=/data
VOLUME /data
EXPOSE 8080
USER $APP_UID

HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["dotnet", "ScimBridge.dll", "health"]
ENTRYPOINT ["dotnet", "ScimBridge.dll"]
