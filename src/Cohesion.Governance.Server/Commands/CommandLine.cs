using System.CommandLine;
using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Capabilities;
using Cohesion.Governance.Server.Commands.Play;
using Cohesion.Governance.Server.Process;

namespace Cohesion.Governance.Server.Commands;

/// <summary>The command line. Without a command, or with hosting arguments only, the server serves.</summary>
internal static class CommandLine
{
    public static async Task<int> Run(string[] args)
    {
        // Hosts, tests and design tools pass hosting arguments (--environment, --urls …) as they like; only a word is a command of ours.
        if (args is [] || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version")))
        {
            return await ServeUntilStopped(args);
        }

        return await Root().Parse(args).InvokeAsync();
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("""
            Cohesion Governance 凝聚议事: building-governance councils, from the first need somebody voices to the proof that it was met.
            Without a command it serves.
            """)
        {
            ServeCommand(),
            PlayCommandLine(),
            AdministratorCommand(),
            new Command("rules", "Decision rules 表决规则") { RulesCheckCommand() },
            new Command("workflows", "Workflow files 流程文件") { WorkflowsCheckCommand() },
            new Command("export", "Exports for recounting 导出复核") { ExportVoteCommand() },
            new Command("journal", "The journal 日志") { JournalVerifyCommand(), JournalKeyCommand() },
            CapabilitiesCommand(),
        };
        return root;
    }

    private static Command ServeCommand()
    {
        var command = new Command("serve", "Serves pages, API, hub and jobs. Takes hosting arguments such as --urls http://localhost:5080 and settings such as --Database:Provider PostgreSql. 启动服务")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, _) => ServeUntilStopped([.. parsed.UnmatchedTokens]));
        return command;
    }

    private static async Task<int> ServeUntilStopped(string[] hostingArguments)
    {
        await using var server = Serve.Build(hostingArguments);
        await server.RunAsync();
        return 0;
    }

    private static Command PlayCommandLine()
    {
        var name = new Argument<string?>("case")
        {
            Description = "Which story, for instance jinhongqiao; without one the stories are listed. 案例名称，不填则列出全部",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var chinese = new Option<bool>("--zh") { Description = "Tells it in Chinese. 用中文讲述" };
        var command = new Command("play", "Plays a whole story through the real commands, database, engine and jobs on an accelerated clock. 按真实流程快进演示一个案例") { name, chinese };
        command.SetAction((parsed, ct) => PlayCommand.Run(
            parsed.GetValue(name), parsed.GetValue(chinese) ? Language.Chinese : Language.English, Console.Out, Console.Error, ct));
        return command;
    }

    private static Command AdministratorCommand()
    {
        var userName = new Option<string>("--user-name") { Description = "What the administrator signs in with. 用户名", Required = true };
        var name = new Option<string?>("--name") { Description = "The person's name. 姓名" };
        var command = new Command("administrator", "Makes the first administrator of a new server; asks for the password, or reads it from standard input. 开通首位系统管理员")
        {
            userName, name,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, ct) => FirstAdministrator.Run(
            [.. parsed.UnmatchedTokens], parsed.GetValue(userName)!, parsed.GetValue(name), Console.In, Console.Out, Console.Error, ct));
        return command;
    }

    private static Command RulesCheckCommand()
    {
        var packs = new Option<DirectoryInfo>("--packs") { Description = "Folder of rule packs. 规则文件夹", Required = true };
        var cases = new Argument<FileInfo>("cases") { Description = "File of decision cases. 案例文件" };
        var command = new Command("check", "Runs a file of decision cases against a folder of rule packs: one line a case and a closing count. 用案例核对规则") { packs, cases };
        command.SetAction(parsed => RulesCheck.Run(parsed.GetValue(packs)!.FullName, parsed.GetValue(cases)!.FullName, Console.Out, Console.Error));
        return command;
    }

    private static Command WorkflowsCheckCommand()
    {
        var directory = new Option<DirectoryInfo?>("--directory") { Description = "Folder of workflow files; the server's own unless said. 流程文件夹" };
        var command = new Command("check", "Prints each workflow's problems, or \"ok\" and its map as text. 检查流程文件") { directory };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(directory)?.FullName ?? WorkflowDirectory.Find(Directory.GetCurrentDirectory()) ?? WorkflowDirectory.Find(AppContext.BaseDirectory);
            if (folder is null)
            {
                Console.Error.WriteLine("No folder 'workflows' was found here or above; name it with --directory. 未找到 workflows 文件夹，请用 --directory 指定。");
                return 2;
            }

            return WorkflowsCheck.Run(folder, new GovernanceActivities().Catalogue, Console.Out, Console.Error);
        });
        return command;
    }

    private static Command ExportVoteCommand()
    {
        var id = new Argument<string>("id") { Description = "The vote, by the id in its page's address. 表决编号" };
        var file = new Option<FileInfo?>("--out") { Description = "File to write; standard output unless said. 输出文件" };
        var command = new Command("vote", "Writes a counted vote as one signed file that anybody can recount (docs/recount.md). 导出一次已计票的表决")
        {
            id, file,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, ct) =>
        {
            await using var output = Console.OpenStandardOutput();
            return await ProofCommands.ExportVote([.. parsed.UnmatchedTokens], parsed.GetValue(id)!, parsed.GetValue(file)?.FullName, output, Console.Error, ct);
        });
        return command;
    }

    private static Command JournalVerifyCommand()
    {
        var council = new Option<string?>("--council") { Description = "One council, by id; all unless said. 议事会编号" };
        var noted = new Option<string?>("--noted") { Description = "The line of a seal that somebody noted down. 抄录的封存记录" };
        var chinese = new Option<bool>("--zh") { Description = "Tells it in Chinese. 用中文输出" };
        var command = new Command("verify", "Recomputes journals, holds every row of the record against them and them against their seals; names what was tampered with. 核验日志")
        {
            council, noted, chinese,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, ct) => ProofCommands.VerifyJournal(
            [.. parsed.UnmatchedTokens], parsed.GetValue(council), parsed.GetValue(noted), parsed.GetValue(chinese), Console.Out, Console.Error, ct));
        return command;
    }

    private static Command JournalKeyCommand()
    {
        var command = new Command("key", "Prints the public key that seals and exports are checked with, and its fingerprint. 输出公钥");
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, _) => ProofCommands.Key([.. parsed.UnmatchedTokens], Console.Out));
        return command;
    }

    private static Command CapabilitiesCommand()
    {
        var command = new Command("capabilities", "Prints docs/capabilities.md: each command and query, who may, and what it may be refused with. 输出功能权限表");
        command.SetAction(_ => Console.Out.Write(CapabilitiesDocument.Write()));
        return command;
    }
}
