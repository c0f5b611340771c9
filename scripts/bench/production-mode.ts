/** 計る process も本番と同じに動かす。React などは、読み込まれる時の NODE_ENV で中身を選ぶ。 */
process.env["NODE_ENV"] = "production";
