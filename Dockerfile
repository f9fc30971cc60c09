# The web program. Build: docker build -t jobmatch .   Run: see compose.yaml
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# Node copies the browser libraries and cuts the icon sprite during the build.
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN dotnet publish src/JobMatch.Web -c Release -o /app/web --nologo \
 && dotnet publish src/JobMatch.Cli -c Release -o /app/cli --nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# Days are counted in China's zone; the runtime image has no zone data of its own.
RUN apt-get update && apt-get install -y --no-install-recommends tzdata && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --create-home jobmatch && mkdir /data && chown jobmatch /data
COPY --from=build /app /app
USER jobmatch
WORKDIR /app/web
ENV ASPNETCORE_URLS=http://+:8080 JobMatch__Data=/data JOBMATCH_DEFAULT_DATA=/data
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "JobMatch.Web.dll"]
