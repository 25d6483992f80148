namespace Cohesion.Governance.Server.Persistence;

/// <summary>The databases the server runs on, chosen by <c>Database:Provider</c>.</summary>
internal enum DatabaseProvider
{
    Sqlite,
    SqlServer,
    PostgreSql,
}
