using Cohesion.Governance.Server.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Cohesion.Governance.Server.Tests.Harness;

/// <summary>A database with all tables and nothing in them, made once and copied for each test: making the tables costs more than most tests.</summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<byte[]> Content = new(Make);

    public static void CopyTo(string file) => File.WriteAllBytes(file, Content.Value);

    private static byte[] Make()
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var db = new SqliteGovernanceDbContext(
                new DbContextOptionsBuilder<SqliteGovernanceDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options))
            {
                File.Delete(file);
                db.Database.Migrate();
            }

            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
