using System.Data.Common;
using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Cohesion.Governance.Server.Tests.Harness;

/// <summary>A connection to the database that is cut off while it is kept: so many of the next commands that read from a table fail.</summary>
internal sealed class CutConnection(string table) : DbCommandInterceptor
{
    private int left;

    /// <summary>Commands that failed.</summary>
    public int Cuts { get; private set; }

    /// <summary>Puts itself between a server and its database.</summary>
    public void Infest(IServiceCollection services) => services.ConfigureDbContext<SqliteGovernanceDbContext>(options => options.AddInterceptors(this));

    public void Fail(int commands) => left = commands;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (left > 0 && command.CommandText.Contains($"\"{table}\"", StringComparison.Ordinal))
        {
            left--;
            Cuts++;
            throw new IOException("The connection was cut off.");
        }

        return ValueTask.FromResult(result);
    }
}
