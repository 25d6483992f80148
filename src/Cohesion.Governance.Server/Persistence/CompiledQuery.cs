using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>A query translated once for each database's model. For those asked thousands of times a second, where putting the expression together and finding its
/// translation again costs more than the database's part.</summary>
/// <param name="compile">One of <see cref="EF"/>'s <c>CompileAsyncQuery</c>.</param>
internal sealed class CompiledQuery<TDelegate>(Func<TDelegate> compile)
    where TDelegate : Delegate
{
    private readonly ConditionalWeakTable<IModel, TDelegate> known = [];

    /// <summary>The query for this context.</summary>
    public TDelegate For(GovernanceDbContext db) => known.GetValue(db.Model, _ => compile());
}
